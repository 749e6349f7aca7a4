import { z } from 'zod';
/**
 * An expected failure: what went wrong, where, and what to do. It crosses every border as a value,
 * so that the window, the command line and another station can all say the same thing.
 */
export declare const problemTypes: readonly ['AlarmUnknown', 'AlarmClosed', 'AuthorityElsewhere', 'BindingUnknown', 'ClockFarOff', 'CodeExpired', 'CodeMalformed', 'CodeRefused', 'ConfigurationInvalid', 'DataFolderInUse', 'DataFolderUnusable', 'DeviceUnavailable', 'DeviceUnknown', 'DraftUnknown', 'FileUnreadable', 'IncidentUnknown', 'InputInvalid', 'KeyMissing', 'KeyWrong', 'LedgerDamaged', 'LedgerUnwritable', 'NothingPressed', 'PeerNotTrusted', 'PeerUnreachable', 'PinWrong', 'PortInUse', 'ProcedureInvalid', 'ProcedureUnknown', 'RoleInsufficient', 'RunUnknown', 'SignInLocked', 'SignInRequired', 'SiteExists', 'SiteMissing', 'StaffUnknown', 'StationNotRunning', 'StationRunning'];
export declare const problemSchema: z.ZodObject<{
    type: z.ZodEnum<{
        AlarmClosed: "AlarmClosed";
        AlarmUnknown: "AlarmUnknown";
        AuthorityElsewhere: "AuthorityElsewhere";
        BindingUnknown: "BindingUnknown";
        ClockFarOff: "ClockFarOff";
        CodeExpired: "CodeExpired";
        CodeMalformed: "CodeMalformed";
        CodeRefused: "CodeRefused";
        ConfigurationInvalid: "ConfigurationInvalid";
        DataFolderInUse: "DataFolderInUse";
        DataFolderUnusable: "DataFolderUnusable";
        DeviceUnavailable: "DeviceUnavailable";
        DeviceUnknown: "DeviceUnknown";
        DraftUnknown: "DraftUnknown";
        FileUnreadable: "FileUnreadable";
        IncidentUnknown: "IncidentUnknown";
        InputInvalid: "InputInvalid";
        KeyMissing: "KeyMissing";
        KeyWrong: "KeyWrong";
        LedgerDamaged: "LedgerDamaged";
        LedgerUnwritable: "LedgerUnwritable";
        NothingPressed: "NothingPressed";
        PeerNotTrusted: "PeerNotTrusted";
        PeerUnreachable: "PeerUnreachable";
        PinWrong: "PinWrong";
        PortInUse: "PortInUse";
        ProcedureInvalid: "ProcedureInvalid";
        ProcedureUnknown: "ProcedureUnknown";
        RoleInsufficient: "RoleInsufficient";
        RunUnknown: "RunUnknown";
        SignInLocked: "SignInLocked";
        SignInRequired: "SignInRequired";
        SiteExists: "SiteExists";
        SiteMissing: "SiteMissing";
        StaffUnknown: "StaffUnknown";
        StationNotRunning: "StationNotRunning";
        StationRunning: "StationRunning";
    }>;
    message: z.ZodString;
    remedy: z.ZodString;
    field: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
export type ProblemType = (typeof problemTypes)[number];
export type Problem = z.infer<typeof problemSchema>;
/** The result of anything that can fail in an expected way. */
export type Result<Value> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly error: Problem;
};
export declare const done: <Value>(value: Value) => Result<Value>;
export declare const failed: (type: ProblemType, message: string, remedy: string, field?: string) => {
    readonly ok: false;
    readonly error: Problem;
};
