declare const __BUILD__: string;
declare const __VERSION__: string;
