// Made by "npm run contracts"; do not edit.

export interface paths {
    "/api/pharmacies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The locations of the account */
        get: {
            parameters: {
                query?: {
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The locations by name */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Location"][];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a location */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLocation"];
                };
            };
            responses: {
                /** @description The location */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/public/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published location, for everybody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What everybody may know of it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicLocation"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/public/{slug}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a published location delivers to a postcode, for everybody */
        get: {
            parameters: {
                query: {
                    postcode: string;
                };
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Whether, and for how much */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Delivery"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/public/{slug}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo of a published location, for everybody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    photoId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The photo */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One location */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The location */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a location */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a location, publish it or withdraw it from the public */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LocationChange"];
                };
            };
            responses: {
                /** @description The location */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/pharmacies/{id}/delivery-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the districts that a location delivers to */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeliveryZones"];
                };
            };
            responses: {
                /** @description The location */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/{id}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the holidays of a location: days when it is closed or has special hours */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            responses: {
                /** @description The location, its holidays by date */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a photo: PNG, JPEG or WebP, up to 2 MB, at most 8 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @default  */
                        caption?: string;
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description The photo, after the others */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Photo"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pharmacies/{id}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of a photo */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photoId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The photo */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a photo */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photoId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the caption of a photo, or its place */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photoId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhotoChange"];
                };
            };
            responses: {
                /** @description The location, its photos in their order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/pharmacies/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the office to verify a location by its GLN */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerificationRequest"];
                };
            };
            responses: {
                /** @description The location, its verification pending */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        /** Withdraw a pending verification */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The location, unverified */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/pharmacies/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a pending verification, for the office */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerificationDecision"];
                };
            };
            responses: {
                /** @description The location, verified or refused */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Delivery: {
            delivers: boolean;
            fee: number | null;
            minimumOrder: number | null;
            minutes: number | null;
        };
        DeliveryZone: {
            fee: number;
            minimumOrder: number;
            minutes: number;
            postcode: string;
        };
        DeliveryZones: {
            deliveryZones: components["schemas"]["DeliveryZone"][];
        };
        Holiday: {
            /** Format: date */
            date: string;
            /** @default null */
            from: string | null;
            name: string;
            /** @default null */
            to: string | null;
        };
        Holidays: {
            holidays: components["schemas"]["Holiday"][];
        };
        Location: {
            city: string;
            /** @enum {string} */
            country: "CH" | "DE" | "FR" | "AT";
            /** Format: date-time */
            createdAt: string;
            deliveryZones: components["schemas"]["DeliveryZone"][];
            description: string;
            holidays: components["schemas"]["Holiday"][];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            managerId: string | null;
            name: string;
            openingHours: {
                day: number;
                from: string;
                to: string;
            }[];
            phone: string;
            photos: components["schemas"]["Photo"][];
            postcode: string;
            slug: string;
            /** @enum {string} */
            status: "draft" | "published";
            street: string;
            verification: components["schemas"]["Verification"];
        };
        LocationChange: {
            city?: string;
            /** @enum {string} */
            country?: "CH" | "DE" | "FR" | "AT";
            description?: string;
            /** Format: uuid */
            managerId?: string | null;
            name?: string;
            openingHours?: {
                day: number;
                from: string;
                to: string;
            }[];
            phone?: string | null;
            postcode?: string;
            /** @enum {string} */
            status?: "draft" | "published";
            street?: string;
        };
        NewLocation: {
            city: string;
            /** @enum {string} */
            country: "CH" | "DE" | "FR" | "AT";
            /** @default  */
            description: string;
            /**
             * Format: uuid
             * @default null
             */
            managerId: string | null;
            name: string;
            /** @default [] */
            openingHours: {
                day: number;
                from: string;
                to: string;
            }[];
            /** @default  */
            phone: string | null;
            postcode: string;
            /**
             * @default draft
             * @enum {string}
             */
            status: "draft" | "published";
            street: string;
        };
        Photo: {
            caption: string;
            /** Format: uuid */
            id: string;
            type: string;
        };
        PhotoChange: {
            caption?: string;
            /** @description Its place among the photos, the first being 0 */
            position?: number;
        };
        PublicLocation: {
            city: string;
            /** @enum {string} */
            country: "CH" | "DE" | "FR" | "AT";
            deliveryZones: components["schemas"]["DeliveryZone"][];
            description: string;
            holidays: components["schemas"]["Holiday"][];
            name: string;
            now: {
                open: boolean;
                /** @description When it opens next, within a year; null while it is open */
                opensAt: {
                    /** Format: date */
                    date: string;
                    from: string;
                } | null;
                /**
                 * Format: date
                 * @description The date in the country of the location
                 */
                today: string;
                /** @description When it closes; null while it is closed */
                until: string | null;
            };
            openingHours: {
                day: number;
                from: string;
                to: string;
            }[];
            phone: string;
            photos: components["schemas"]["Photo"][];
            postcode: string;
            slug: string;
            street: string;
            verified: boolean;
        };
        Verification: {
            /** Format: date-time */
            decidedAt: string | null;
            gln: string | null;
            reason: string | null;
            /** Format: date-time */
            requestedAt: string | null;
            /** @enum {string} */
            state: "unverified" | "pending" | "verified" | "refused";
        };
        VerificationDecision: {
            /** @enum {string} */
            outcome: "verified";
        } | {
            /** @enum {string} */
            outcome: "refused";
            reason: string;
        };
        VerificationRequest: {
            gln: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
