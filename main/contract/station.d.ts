import { z } from 'zod';
/** A fault found by supervision. `subject` names the device, station, file or setting it is about. */
export declare const faultSchema: z.ZodObject<{
    id: z.ZodString;
    kind: z.ZodEnum<{
        clock: "clock";
        configuration: "configuration";
        device: "device";
        ledger: "ledger";
        network: "network";
        peer: "peer";
        procedure: "procedure";
        trigger: "trigger";
    }>;
    subject: z.ZodString;
    message: z.ZodString;
    remedy: z.ZodString;
    since: z.ZodISODateTime;
}, z.core.$strip>;
export declare const peerSchema: z.ZodObject<{
    station: z.ZodString;
    id: z.ZodString;
    place: z.ZodString;
    connected: z.ZodBoolean;
    lastHeardAt: z.ZodNullable<z.ZodISODateTime>;
    armed: z.ZodNullable<z.ZodBoolean>;
}, z.core.$strip>;
export declare const statusSchema: z.ZodObject<{
    site: z.ZodString;
    station: z.ZodString;
    stationId: z.ZodString;
    place: z.ZodString;
    armed: z.ZodBoolean;
    heardBy: z.ZodInt;
    listening: z.ZodNullable<z.ZodString>;
    peers: z.ZodArray<z.ZodObject<{
        station: z.ZodString;
        id: z.ZodString;
        place: z.ZodString;
        connected: z.ZodBoolean;
        lastHeardAt: z.ZodNullable<z.ZodISODateTime>;
        armed: z.ZodNullable<z.ZodBoolean>;
    }, z.core.$strip>>;
    devices: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        state: z.ZodEnum<{
            absent: "absent";
            ok: "ok";
            unreadable: "unreadable";
        }>;
    }, z.core.$strip>>;
    faults: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        kind: z.ZodEnum<{
            clock: "clock";
            configuration: "configuration";
            device: "device";
            ledger: "ledger";
            network: "network";
            peer: "peer";
            procedure: "procedure";
            trigger: "trigger";
        }>;
        subject: z.ZodString;
        message: z.ZodString;
        remedy: z.ZodString;
        since: z.ZodISODateTime;
    }, z.core.$strip>>;
}, z.core.$strip>;
/** Before set-up there is no site; the defaults are what Enter, Enter, Enter takes. */
export declare const setupStateSchema: z.ZodObject<{
    phase: z.ZodEnum<{
        new: "new";
        ready: "ready";
    }>;
    defaults: z.ZodObject<{
        site: z.ZodString;
        station: z.ZodString;
        place: z.ZodString;
        administrator: z.ZodString;
    }, z.core.$strip>;
}, z.core.$strip>;
export declare const createSiteSchema: z.ZodObject<{
    site: z.ZodString;
    station: z.ZodString;
    place: z.ZodOptional<z.ZodString>;
    administrator: z.ZodOptional<z.ZodObject<{
        name: z.ZodString;
        pin: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;
export declare const joinSiteSchema: z.ZodObject<{
    code: z.ZodString;
    station: z.ZodString;
    place: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
export declare const invitationSchema: z.ZodObject<{
    code: z.ZodString;
    expires: z.ZodISODateTime;
}, z.core.$strip>;
/** What this one terminal does; kept in the ledger under the station's own name. */
export declare const stationSettingsSchema: z.ZodObject<{
    publicView: z.ZodDefault<z.ZodBoolean>;
    cueSet: z.ZodDefault<z.ZodEnum<{
        mark: "mark";
        rule: "rule";
        separator: "separator";
    }>>;
    turnNotes: z.ZodDefault<z.ZodBoolean>;
    colourScheme: z.ZodDefault<z.ZodEnum<{
        dark: "dark";
        light: "light";
    }>>;
    textSize: z.ZodDefault<z.ZodEnum<{
        large: "large";
        largest: "largest";
        medium: "medium";
        small: "small";
    }>>;
}, z.core.$strict>;
/** The public noticeboard of the site: what an ordinary service desk would show. */
export declare const boardSchema: z.ZodObject<{
    hours: z.ZodArray<z.ZodObject<{
        days: z.ZodString;
        hours: z.ZodString;
    }, z.core.$strict>>;
    rota: z.ZodArray<z.ZodObject<{
        desk: z.ZodString;
        who: z.ZodString;
    }, z.core.$strict>>;
    numbers: z.ZodArray<z.ZodObject<{
        label: z.ZodString;
        dial: z.ZodString;
    }, z.core.$strict>>;
    notices: z.ZodArray<z.ZodObject<{
        id: z.ZodUUID;
        text: z.ZodString;
        by: z.ZodString;
        at: z.ZodISODateTime;
    }, z.core.$strip>>;
}, z.core.$strip>;
export declare const boardSettingsSchema: z.ZodObject<{
    hours: z.ZodArray<z.ZodObject<{
        days: z.ZodString;
        hours: z.ZodString;
    }, z.core.$strict>>;
    rota: z.ZodArray<z.ZodObject<{
        desk: z.ZodString;
        who: z.ZodString;
    }, z.core.$strict>>;
    numbers: z.ZodArray<z.ZodObject<{
        label: z.ZodString;
        dial: z.ZodString;
    }, z.core.$strict>>;
}, z.core.$strict>;
/** The outcome of walking the whole ledger. `problems` names each event that does not hold. */
export declare const verificationSchema: z.ZodObject<{
    ok: z.ZodBoolean;
    events: z.ZodInt;
    stations: z.ZodInt;
    problems: z.ZodArray<z.ZodObject<{
        origin: z.ZodString;
        seq: z.ZodNullable<z.ZodInt>;
        problem: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type Fault = z.infer<typeof faultSchema>;
export type Peer = z.infer<typeof peerSchema>;
export type Status = z.infer<typeof statusSchema>;
export type SetupState = z.infer<typeof setupStateSchema>;
export type CreateSite = z.infer<typeof createSiteSchema>;
export type JoinSite = z.infer<typeof joinSiteSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type StationSettings = z.output<typeof stationSettingsSchema>;
export type Board = z.infer<typeof boardSchema>;
export type BoardSettings = z.infer<typeof boardSettingsSchema>;
export type Verification = z.infer<typeof verificationSchema>;
