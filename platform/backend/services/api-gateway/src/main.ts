import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import { clientAddress } from './clientAddress';
import { gatewayContent } from './content';
import { gatewayEnvironment } from './settings';

startService({
  name: packageName.replace('@officina/', ''),
  version,
  environment: gatewayEnvironment,
  create: ({ settings, who }) => {
    return gatewayContent({ settings, who, addressOf: clientAddress, fetch });
  },
});
