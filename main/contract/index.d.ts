import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
export declare const contract: {
    setup: {
        state: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodObject<{
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
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** Makes the site, its authority and this station. Signs the administrator in at the calling window. */
        createSite: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            site: z.ZodString;
            station: z.ZodString;
            place: z.ZodOptional<z.ZodString>;
            administrator: z.ZodOptional<z.ZodObject<{
                name: z.ZodString;
                pin: z.ZodString;
            }, z.core.$strict>>;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        joinSite: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            code: z.ZodString;
            station: z.ZodString;
            place: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    session: {
        watch: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            staff: {
                id: string;
                name: string;
                role: "administrator" | "desk" | "supervisor";
            } | null;
        }, unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            staff: {
                id: string;
                name: string;
                role: "administrator" | "desk" | "supervisor";
            } | null;
        }, unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** Wrong PINs slow down and then lock for a while: `PinWrong`, `SignInLocked`. */
        signIn: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            staff: z.ZodUUID;
            pin: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            staff: z.ZodNullable<z.ZodObject<{
                id: z.ZodUUID;
                name: z.ZodString;
                role: z.ZodEnum<{
                    administrator: "administrator";
                    desk: "desk";
                    supervisor: "supervisor";
                }>;
            }, z.core.$strip>>;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        signOut: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    staff: {
        /** Names and roles only, for the sign-in tiles. */
        list: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            name: z.ZodString;
            role: z.ZodEnum<{
                administrator: "administrator";
                desk: "desk";
                supervisor: "supervisor";
            }>;
        }, z.core.$strip>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        add: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            name: z.ZodString;
            role: z.ZodEnum<{
                administrator: "administrator";
                desk: "desk";
                supervisor: "supervisor";
            }>;
            pin: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            name: z.ZodString;
            role: z.ZodEnum<{
                administrator: "administrator";
                desk: "desk";
                supervisor: "supervisor";
            }>;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        setPin: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            staff: z.ZodUUID;
            pin: z.ZodString;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    site: {
        /** Only the station that holds the authority can invite. `hours`: how long the code holds. */
        invite: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            hours: z.ZodDefault<z.ZodInt>;
        }, z.core.$strict>, z.ZodObject<{
            code: z.ZodString;
            expires: z.ZodISODateTime;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        status: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodObject<{
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
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        watchStatus: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            site: string;
            station: string;
            stationId: string;
            place: string;
            armed: boolean;
            heardBy: number;
            listening: string | null;
            peers: {
                station: string;
                id: string;
                place: string;
                connected: boolean;
                lastHeardAt: string | null;
                armed: boolean | null;
            }[];
            devices: {
                name: string;
                state: "absent" | "ok" | "unreadable";
            }[];
            faults: {
                id: string;
                kind: "clock" | "configuration" | "device" | "ledger" | "network" | "peer" | "procedure" | "trigger";
                subject: string;
                message: string;
                remedy: string;
                since: string;
            }[];
        }, unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            site: string;
            station: string;
            stationId: string;
            place: string;
            armed: boolean;
            heardBy: number;
            listening: string | null;
            peers: {
                station: string;
                id: string;
                place: string;
                connected: boolean;
                lastHeardAt: string | null;
                armed: boolean | null;
            }[];
            devices: {
                name: string;
                state: "absent" | "ok" | "unreadable";
            }[];
            faults: {
                id: string;
                kind: "clock" | "configuration" | "device" | "ledger" | "network" | "peer" | "procedure" | "trigger";
                subject: string;
                message: string;
                remedy: string;
                since: string;
            }[];
        }, unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        verify: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodObject<{
            ok: z.ZodBoolean;
            events: z.ZodInt;
            stations: z.ZodInt;
            problems: z.ZodArray<z.ZodObject<{
                origin: z.ZodString;
                seq: z.ZodNullable<z.ZodInt>;
                problem: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    station: {
        watchSettings: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            publicView?: boolean | undefined;
            cueSet?: "mark" | "rule" | "separator" | undefined;
            turnNotes?: boolean | undefined;
            colourScheme?: "dark" | "light" | undefined;
            textSize?: "large" | "largest" | "medium" | "small" | undefined;
        }, unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            publicView: boolean;
            cueSet: "mark" | "rule" | "separator";
            turnNotes: boolean;
            colourScheme: "dark" | "light";
            textSize: "large" | "largest" | "medium" | "small";
        }, unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        changeSettings: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            publicView: z.ZodOptional<z.ZodDefault<z.ZodBoolean>>;
            cueSet: z.ZodOptional<z.ZodDefault<z.ZodEnum<{
                mark: "mark";
                rule: "rule";
                separator: "separator";
            }>>>;
            turnNotes: z.ZodOptional<z.ZodDefault<z.ZodBoolean>>;
            colourScheme: z.ZodOptional<z.ZodDefault<z.ZodEnum<{
                dark: "dark";
                light: "light";
            }>>>;
            textSize: z.ZodOptional<z.ZodDefault<z.ZodEnum<{
                large: "large";
                largest: "largest";
                medium: "medium";
                small: "small";
            }>>>;
        }, z.core.$strict>, z.ZodObject<{
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
        }, z.core.$strict>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        rename: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            station: z.ZodString;
            place: z.ZodString;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    board: {
        watch: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            hours: {
                days: string;
                hours: string;
            }[];
            rota: {
                desk: string;
                who: string;
            }[];
            numbers: {
                label: string;
                dial: string;
            }[];
            notices: {
                id: string;
                text: string;
                by: string;
                at: string;
            }[];
        }, unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            hours: {
                days: string;
                hours: string;
            }[];
            rota: {
                desk: string;
                who: string;
            }[];
            numbers: {
                label: string;
                dial: string;
            }[];
            notices: {
                id: string;
                text: string;
                by: string;
                at: string;
            }[];
        }, unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        change: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
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
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        addNotice: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            text: z.ZodString;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        removeNotice: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    trigger: {
        devices: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            profile: z.ZodNullable<z.ZodString>;
            match: z.ZodObject<{
                vendorId: z.ZodInt;
                productId: z.ZodInt;
                usagePage: z.ZodNullable<z.ZodInt>;
                usage: z.ZodNullable<z.ZodInt>;
                interface: z.ZodInt;
                serialNumber: z.ZodNullable<z.ZodString>;
                portPath: z.ZodNullable<z.ZodString>;
            }, z.core.$strict>;
            path: z.ZodNullable<z.ZodString>;
            state: z.ZodEnum<{
                absent: "absent";
                ok: "ok";
                unreadable: "unreadable";
            }>;
            bound: z.ZodBoolean;
            hint: z.ZodNullable<z.ZodString>;
        }, z.core.$strip>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        watchDevices: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            name: string;
            profile: string | null;
            match: {
                vendorId: number;
                productId: number;
                usagePage: number | null;
                usage: number | null;
                interface: number;
                serialNumber: string | null;
                portPath: string | null;
            };
            path: string | null;
            state: "absent" | "ok" | "unreadable";
            bound: boolean;
            hint: string | null;
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            name: string;
            profile: string | null;
            match: {
                vendorId: number;
                productId: number;
                usagePage: number | null;
                usage: number | null;
                interface: number;
                serialNumber: string | null;
                portPath: string | null;
            };
            path: string | null;
            state: "absent" | "ok" | "unreadable";
            bound: boolean;
            hint: string | null;
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /**
         * "Press it now." Yields `waiting`, then `pressed`, then `released` with the element, then ends.
         * While it runs, this device's presses raise no alarm.
         */
        capture: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            step: "waiting";
            devices: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            }[];
        } | {
            step: "pressed";
            device: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            };
        } | {
            step: "released";
            device: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            };
            element: {
                reportId: number;
                byte: number;
                mask: number;
                value: number;
            };
            name: string;
        }, unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            step: "waiting";
            devices: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            }[];
        } | {
            step: "pressed";
            device: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            };
        } | {
            step: "released";
            device: {
                name: string;
                profile: string | null;
                match: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                path: string | null;
                state: "absent" | "ok" | "unreadable";
                bound: boolean;
                hint: string | null;
            };
            element: {
                reportId: number;
                byte: number;
                mask: number;
                value: number;
            };
            name: string;
        }, unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        bindings: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            trigger: z.ZodDiscriminatedUnion<[z.ZodObject<{
                type: z.ZodLiteral<"device">;
                device: z.ZodObject<{
                    vendorId: z.ZodInt;
                    productId: z.ZodInt;
                    usagePage: z.ZodNullable<z.ZodInt>;
                    usage: z.ZodNullable<z.ZodInt>;
                    interface: z.ZodInt;
                    serialNumber: z.ZodNullable<z.ZodString>;
                    portPath: z.ZodNullable<z.ZodString>;
                }, z.core.$strict>;
                element: z.ZodObject<{
                    reportId: z.ZodInt;
                    byte: z.ZodInt;
                    mask: z.ZodInt;
                    value: z.ZodInt;
                }, z.core.$strict>;
                name: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"key">;
                key: z.ZodObject<{
                    code: z.ZodString;
                    ctrl: z.ZodDefault<z.ZodBoolean>;
                    alt: z.ZodDefault<z.ZodBoolean>;
                    shift: z.ZodDefault<z.ZodBoolean>;
                }, z.core.$strict>;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"spot">;
            }, z.core.$strict>], "type">;
            level: z.ZodEnum<{
                assist: "assist";
                emergency: "emergency";
            }>;
        }, z.core.$strict>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        watchBindings: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            id: string;
            trigger: {
                type: "device";
                device: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                element: {
                    reportId: number;
                    byte: number;
                    mask: number;
                    value: number;
                };
                name: string;
            } | {
                type: "key";
                key: {
                    code: string;
                    ctrl?: boolean | undefined;
                    alt?: boolean | undefined;
                    shift?: boolean | undefined;
                };
            } | {
                type: "spot";
            };
            level: "assist" | "emergency";
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            id: string;
            trigger: {
                type: "device";
                device: {
                    vendorId: number;
                    productId: number;
                    usagePage: number | null;
                    usage: number | null;
                    interface: number;
                    serialNumber: string | null;
                    portPath: string | null;
                };
                element: {
                    reportId: number;
                    byte: number;
                    mask: number;
                    value: number;
                };
                name: string;
            } | {
                type: "key";
                key: {
                    code: string;
                    ctrl: boolean;
                    alt: boolean;
                    shift: boolean;
                };
            } | {
                type: "spot";
            };
            level: "assist" | "emergency";
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        bind: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            trigger: z.ZodDiscriminatedUnion<[z.ZodObject<{
                type: z.ZodLiteral<"device">;
                device: z.ZodObject<{
                    vendorId: z.ZodInt;
                    productId: z.ZodInt;
                    usagePage: z.ZodNullable<z.ZodInt>;
                    usage: z.ZodNullable<z.ZodInt>;
                    interface: z.ZodInt;
                    serialNumber: z.ZodNullable<z.ZodString>;
                    portPath: z.ZodNullable<z.ZodString>;
                }, z.core.$strict>;
                element: z.ZodObject<{
                    reportId: z.ZodInt;
                    byte: z.ZodInt;
                    mask: z.ZodInt;
                    value: z.ZodInt;
                }, z.core.$strict>;
                name: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"key">;
                key: z.ZodObject<{
                    code: z.ZodString;
                    ctrl: z.ZodDefault<z.ZodBoolean>;
                    alt: z.ZodDefault<z.ZodBoolean>;
                    shift: z.ZodDefault<z.ZodBoolean>;
                }, z.core.$strict>;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"spot">;
            }, z.core.$strict>], "type">;
            level: z.ZodEnum<{
                assist: "assist";
                emergency: "emergency";
            }>;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            trigger: z.ZodDiscriminatedUnion<[z.ZodObject<{
                type: z.ZodLiteral<"device">;
                device: z.ZodObject<{
                    vendorId: z.ZodInt;
                    productId: z.ZodInt;
                    usagePage: z.ZodNullable<z.ZodInt>;
                    usage: z.ZodNullable<z.ZodInt>;
                    interface: z.ZodInt;
                    serialNumber: z.ZodNullable<z.ZodString>;
                    portPath: z.ZodNullable<z.ZodString>;
                }, z.core.$strict>;
                element: z.ZodObject<{
                    reportId: z.ZodInt;
                    byte: z.ZodInt;
                    mask: z.ZodInt;
                    value: z.ZodInt;
                }, z.core.$strict>;
                name: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"key">;
                key: z.ZodObject<{
                    code: z.ZodString;
                    ctrl: z.ZodDefault<z.ZodBoolean>;
                    alt: z.ZodDefault<z.ZodBoolean>;
                    shift: z.ZodDefault<z.ZodBoolean>;
                }, z.core.$strict>;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"spot">;
            }, z.core.$strict>], "type">;
            level: z.ZodEnum<{
                assist: "assist";
                emergency: "emergency";
            }>;
        }, z.core.$strict>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        unbind: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    alarm: {
        /**
         * Raises an alarm, or, while one of this station is open, repeats or raises it to `emergency`.
         * Needs no sign-in. The same press id twice changes nothing. Returns the alarm's id.
         */
        press: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
            level: z.ZodEnum<{
                assist: "assist";
                emergency: "emergency";
            }>;
            kind: z.ZodDefault<z.ZodEnum<{
                drill: "drill";
                real: "real";
                test: "test";
            }>>;
            source: z.ZodEnum<{
                "check-in": "check-in";
                command: "command";
                device: "device";
                key: "key";
                spot: "spot";
            }>;
        }, z.core.$strict>, z.ZodObject<{
            alarm: z.ZodUUID;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        acknowledge: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            alarm: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        arrive: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            alarm: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        close: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            alarm: z.ZodUUID;
            reason: z.ZodDefault<z.ZodEnum<{
                drill: "drill";
                "false-alarm": "false-alarm";
                resolved: "resolved";
            }>>;
            note: z.ZodDefault<z.ZodString>;
            pin: z.ZodOptional<z.ZodString>;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** Open ones first, then the newest closed ones. */
        list: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            level: z.ZodEnum<{
                assist: "assist";
                emergency: "emergency";
            }>;
            kind: z.ZodEnum<{
                drill: "drill";
                real: "real";
                test: "test";
            }>;
            state: z.ZodEnum<{
                acknowledged: "acknowledged";
                closed: "closed";
                "on-scene": "on-scene";
                raised: "raised";
                received: "received";
            }>;
            station: z.ZodString;
            stationId: z.ZodString;
            place: z.ZodString;
            staff: z.ZodNullable<z.ZodObject<{
                id: z.ZodUUID;
                name: z.ZodString;
            }, z.core.$strict>>;
            source: z.ZodEnum<{
                "check-in": "check-in";
                command: "command";
                device: "device";
                key: "key";
                spot: "spot";
            }>;
            raisedAt: z.ZodISODateTime;
            receivedBy: z.ZodArray<z.ZodString>;
            acknowledgedBy: z.ZodArray<z.ZodString>;
            acknowledgements: z.ZodArray<z.ZodObject<{
                station: z.ZodString;
                stationId: z.ZodString;
                staff: z.ZodNullable<z.ZodString>;
                at: z.ZodISODateTime;
                arrivedAt: z.ZodNullable<z.ZodISODateTime>;
            }, z.core.$strip>>;
            closedAt: z.ZodNullable<z.ZodISODateTime>;
            closedBy: z.ZodNullable<z.ZodObject<{
                station: z.ZodString;
                staff: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
            closeReason: z.ZodNullable<z.ZodEnum<{
                drill: "drill";
                "false-alarm": "false-alarm";
                resolved: "resolved";
            }>>;
            closeNote: z.ZodString;
            timeline: z.ZodArray<z.ZodObject<{
                at: z.ZodISODateTime;
                what: z.ZodEnum<{
                    acknowledged: "acknowledged";
                    arrived: "arrived";
                    closed: "closed";
                    raised: "raised";
                    "raised-to-emergency": "raised-to-emergency";
                    received: "received";
                }>;
                station: z.ZodString;
                staff: z.ZodNullable<z.ZodString>;
            }, z.core.$strip>>;
        }, z.core.$strip>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** Open alarms, and those closed within the last few minutes. */
        watch: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            id: string;
            level: "assist" | "emergency";
            kind: "drill" | "real" | "test";
            state: "acknowledged" | "closed" | "on-scene" | "raised" | "received";
            station: string;
            stationId: string;
            place: string;
            staff: {
                id: string;
                name: string;
            } | null;
            source: "check-in" | "command" | "device" | "key" | "spot";
            raisedAt: string;
            receivedBy: string[];
            acknowledgedBy: string[];
            acknowledgements: {
                station: string;
                stationId: string;
                staff: string | null;
                at: string;
                arrivedAt: string | null;
            }[];
            closedAt: string | null;
            closedBy: {
                station: string;
                staff: string | null;
            } | null;
            closeReason: "drill" | "false-alarm" | "resolved" | null;
            closeNote: string;
            timeline: {
                at: string;
                what: "acknowledged" | "arrived" | "closed" | "raised" | "raised-to-emergency" | "received";
                station: string;
                staff: string | null;
            }[];
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            id: string;
            level: "assist" | "emergency";
            kind: "drill" | "real" | "test";
            state: "acknowledged" | "closed" | "on-scene" | "raised" | "received";
            station: string;
            stationId: string;
            place: string;
            staff: {
                id: string;
                name: string;
            } | null;
            source: "check-in" | "command" | "device" | "key" | "spot";
            raisedAt: string;
            receivedBy: string[];
            acknowledgedBy: string[];
            acknowledgements: {
                station: string;
                stationId: string;
                staff: string | null;
                at: string;
                arrivedAt: string | null;
            }[];
            closedAt: string | null;
            closedBy: {
                station: string;
                staff: string | null;
            } | null;
            closeReason: "drill" | "false-alarm" | "resolved" | null;
            closeNote: string;
            timeline: {
                at: string;
                what: "acknowledged" | "arrived" | "closed" | "raised" | "raised-to-emergency" | "received";
                station: string;
                staff: string | null;
            }[];
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    procedure: {
        list: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            version: z.ZodInt;
            title: z.ZodObject<{
                discreet: z.ZodString;
                full: z.ZodString;
            }, z.core.$strict>;
            numbers: z.ZodArray<z.ZodObject<{
                id: z.ZodString;
                label: z.ZodObject<{
                    discreet: z.ZodString;
                    full: z.ZodString;
                }, z.core.$strict>;
                dial: z.ZodString;
            }, z.core.$strict>>;
            codePhrase: z.ZodObject<{
                discreet: z.ZodString;
                full: z.ZodString;
            }, z.core.$strict>;
            alarmCode: z.ZodObject<{
                dial: z.ZodString;
                wording: z.ZodObject<{
                    discreet: z.ZodString;
                    full: z.ZodString;
                }, z.core.$strict>;
            }, z.core.$strict>;
            safeRoom: z.ZodObject<{
                place: z.ZodString;
                wording: z.ZodObject<{
                    discreet: z.ZodString;
                    full: z.ZodString;
                }, z.core.$strict>;
            }, z.core.$strict>;
            sections: z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
                type: z.ZodLiteral<"steps">;
                id: z.ZodString;
                title: z.ZodObject<{
                    discreet: z.ZodString;
                    full: z.ZodString;
                }, z.core.$strict>;
                alone: z.ZodDefault<z.ZodBoolean>;
                steps: z.ZodArray<z.ZodType<import("./procedure.ts").Step, unknown, z.core.$ZodTypeInternals<import("./procedure.ts").Step, unknown>>>;
            }, z.core.$strict>, z.ZodObject<{
                type: z.ZodLiteral<"question">;
                id: z.ZodString;
                title: z.ZodObject<{
                    discreet: z.ZodString;
                    full: z.ZodString;
                }, z.core.$strict>;
                answers: z.ZodArray<z.ZodObject<{
                    id: z.ZodString;
                    wording: z.ZodObject<{
                        discreet: z.ZodString;
                        full: z.ZodString;
                    }, z.core.$strict>;
                    steps: z.ZodArray<z.ZodType<import("./procedure.ts").Step, unknown, z.core.$ZodTypeInternals<import("./procedure.ts").Step, unknown>>>;
                }, z.core.$strict>>;
            }, z.core.$strict>], "type">>;
        }, z.core.$strict>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** The runs of this station that have not ended. */
        watchRuns: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            id: string;
            procedure: string;
            version: number;
            alarm: string | null;
            station: string;
            startedAt: string;
            ticks: {
                step: string;
                at: string;
            }[];
            answers: {
                question: string;
                answer: string;
                at: string;
            }[];
            endedAt: string | null;
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            id: string;
            procedure: string;
            version: number;
            alarm: string | null;
            station: string;
            startedAt: string;
            ticks: {
                step: string;
                at: string;
            }[];
            answers: {
                question: string;
                answer: string;
                at: string;
            }[];
            endedAt: string | null;
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        start: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            procedure: z.ZodString;
            alarm: z.ZodNullable<z.ZodUUID>;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            procedure: z.ZodString;
            version: z.ZodInt;
            alarm: z.ZodNullable<z.ZodUUID>;
            station: z.ZodString;
            startedAt: z.ZodISODateTime;
            ticks: z.ZodArray<z.ZodObject<{
                step: z.ZodString;
                at: z.ZodISODateTime;
            }, z.core.$strip>>;
            answers: z.ZodArray<z.ZodObject<{
                question: z.ZodString;
                answer: z.ZodString;
                at: z.ZodISODateTime;
            }, z.core.$strip>>;
            endedAt: z.ZodNullable<z.ZodISODateTime>;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        tick: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            run: z.ZodUUID;
            step: z.ZodString;
            ticked: z.ZodBoolean;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        answer: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            run: z.ZodUUID;
            question: z.ZodString;
            answer: z.ZodString;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        end: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            run: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
    incident: {
        list: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            title: z.ZodString;
            station: z.ZodString;
            staff: z.ZodNullable<z.ZodString>;
            filedAt: z.ZodISODateTime;
            occurredAt: z.ZodNullable<z.ZodISODateTime>;
            place: z.ZodString;
            alarm: z.ZodNullable<z.ZodUUID>;
            amendments: z.ZodInt;
        }, z.core.$strip>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        watchList: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            id: string;
            title: string;
            station: string;
            staff: string | null;
            filedAt: string;
            occurredAt: string | null;
            place: string;
            alarm: string | null;
            amendments: number;
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            id: string;
            title: string;
            station: string;
            staff: string | null;
            filedAt: string;
            occurredAt: string | null;
            place: string;
            alarm: string | null;
            amendments: number;
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        get: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            title: z.ZodString;
            station: z.ZodString;
            staff: z.ZodNullable<z.ZodString>;
            filedAt: z.ZodISODateTime;
            occurredAt: z.ZodNullable<z.ZodISODateTime>;
            place: z.ZodString;
            alarm: z.ZodNullable<z.ZodUUID>;
            report: z.ZodObject<{
                title: z.ZodString;
                occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
                place: z.ZodDefault<z.ZodString>;
                involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    role: z.ZodEnum<{
                        customer: "customer";
                        other: "other";
                        security: "security";
                        staff: "staff";
                        witness: "witness";
                    }>;
                    description: z.ZodString;
                }, z.core.$strict>>>;
                account: z.ZodDefault<z.ZodString>;
                actions: z.ZodDefault<z.ZodString>;
                injuries: z.ZodDefault<z.ZodString>;
                damage: z.ZodDefault<z.ZodString>;
                calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    service: z.ZodEnum<{
                        ambulance: "ambulance";
                        family: "family";
                        fire: "fire";
                        minister: "minister";
                        other: "other";
                        police: "police";
                        security: "security";
                        "social-worker": "social-worker";
                    }>;
                    reference: z.ZodDefault<z.ZodString>;
                    at: z.ZodDefault<z.ZodString>;
                }, z.core.$strict>>>;
                securityStayed: z.ZodDefault<z.ZodEnum<{
                    no: "no";
                    "not-applicable": "not-applicable";
                    unknown: "unknown";
                    yes: "yes";
                }>>;
                outcome: z.ZodDefault<z.ZodString>;
                followUp: z.ZodDefault<z.ZodString>;
            }, z.core.$strict>;
            amendments: z.ZodArray<z.ZodObject<{
                at: z.ZodISODateTime;
                station: z.ZodString;
                staff: z.ZodNullable<z.ZodString>;
                text: z.ZodString;
            }, z.core.$strip>>;
            origin: z.ZodObject<{
                alarm: z.ZodNullable<z.ZodObject<{
                    id: z.ZodUUID;
                    level: z.ZodEnum<{
                        assist: "assist";
                        emergency: "emergency";
                    }>;
                    kind: z.ZodEnum<{
                        drill: "drill";
                        real: "real";
                        test: "test";
                    }>;
                    state: z.ZodEnum<{
                        acknowledged: "acknowledged";
                        closed: "closed";
                        "on-scene": "on-scene";
                        raised: "raised";
                        received: "received";
                    }>;
                    station: z.ZodString;
                    stationId: z.ZodString;
                    place: z.ZodString;
                    staff: z.ZodNullable<z.ZodObject<{
                        id: z.ZodUUID;
                        name: z.ZodString;
                    }, z.core.$strict>>;
                    source: z.ZodEnum<{
                        "check-in": "check-in";
                        command: "command";
                        device: "device";
                        key: "key";
                        spot: "spot";
                    }>;
                    raisedAt: z.ZodISODateTime;
                    receivedBy: z.ZodArray<z.ZodString>;
                    acknowledgedBy: z.ZodArray<z.ZodString>;
                    acknowledgements: z.ZodArray<z.ZodObject<{
                        station: z.ZodString;
                        stationId: z.ZodString;
                        staff: z.ZodNullable<z.ZodString>;
                        at: z.ZodISODateTime;
                        arrivedAt: z.ZodNullable<z.ZodISODateTime>;
                    }, z.core.$strip>>;
                    closedAt: z.ZodNullable<z.ZodISODateTime>;
                    closedBy: z.ZodNullable<z.ZodObject<{
                        station: z.ZodString;
                        staff: z.ZodNullable<z.ZodString>;
                    }, z.core.$strip>>;
                    closeReason: z.ZodNullable<z.ZodEnum<{
                        drill: "drill";
                        "false-alarm": "false-alarm";
                        resolved: "resolved";
                    }>>;
                    closeNote: z.ZodString;
                    timeline: z.ZodArray<z.ZodObject<{
                        at: z.ZodISODateTime;
                        what: z.ZodEnum<{
                            acknowledged: "acknowledged";
                            arrived: "arrived";
                            closed: "closed";
                            raised: "raised";
                            "raised-to-emergency": "raised-to-emergency";
                            received: "received";
                        }>;
                        station: z.ZodString;
                        staff: z.ZodNullable<z.ZodString>;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
                runs: z.ZodArray<z.ZodObject<{
                    id: z.ZodUUID;
                    procedure: z.ZodString;
                    version: z.ZodInt;
                    alarm: z.ZodNullable<z.ZodUUID>;
                    station: z.ZodString;
                    startedAt: z.ZodISODateTime;
                    ticks: z.ZodArray<z.ZodObject<{
                        step: z.ZodString;
                        at: z.ZodISODateTime;
                    }, z.core.$strip>>;
                    answers: z.ZodArray<z.ZodObject<{
                        question: z.ZodString;
                        answer: z.ZodString;
                        at: z.ZodISODateTime;
                    }, z.core.$strip>>;
                    endedAt: z.ZodNullable<z.ZodISODateTime>;
                }, z.core.$strip>>;
            }, z.core.$strip>;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        drafts: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, z.ZodArray<z.ZodObject<{
            id: z.ZodUUID;
            alarm: z.ZodNullable<z.ZodUUID>;
            report: z.ZodObject<{
                occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
                place: z.ZodDefault<z.ZodString>;
                involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    role: z.ZodEnum<{
                        customer: "customer";
                        other: "other";
                        security: "security";
                        staff: "staff";
                        witness: "witness";
                    }>;
                    description: z.ZodString;
                }, z.core.$strict>>>;
                account: z.ZodDefault<z.ZodString>;
                actions: z.ZodDefault<z.ZodString>;
                injuries: z.ZodDefault<z.ZodString>;
                damage: z.ZodDefault<z.ZodString>;
                calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    service: z.ZodEnum<{
                        ambulance: "ambulance";
                        family: "family";
                        fire: "fire";
                        minister: "minister";
                        other: "other";
                        police: "police";
                        security: "security";
                        "social-worker": "social-worker";
                    }>;
                    reference: z.ZodDefault<z.ZodString>;
                    at: z.ZodDefault<z.ZodString>;
                }, z.core.$strict>>>;
                securityStayed: z.ZodDefault<z.ZodEnum<{
                    no: "no";
                    "not-applicable": "not-applicable";
                    unknown: "unknown";
                    yes: "yes";
                }>>;
                outcome: z.ZodDefault<z.ZodString>;
                followUp: z.ZodDefault<z.ZodString>;
                title: z.ZodString;
            }, z.core.$strict>;
            savedAt: z.ZodISODateTime;
        }, z.core.$strip>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        watchDrafts: import("@orpc/contract").ContractProcedureBuilderWithOutput<import("@orpc/contract").Schema<unknown, unknown>, import("@orpc/contract").Schema<AsyncIteratorObject<{
            id: string;
            alarm: string | null;
            report: {
                occurredAt?: string | null | undefined;
                place?: string | undefined;
                involved?: {
                    role: "customer" | "other" | "security" | "staff" | "witness";
                    description: string;
                }[] | undefined;
                account?: string | undefined;
                actions?: string | undefined;
                injuries?: string | undefined;
                damage?: string | undefined;
                calls?: {
                    service: "ambulance" | "family" | "fire" | "minister" | "other" | "police" | "security" | "social-worker";
                    reference?: string | undefined;
                    at?: string | undefined;
                }[] | undefined;
                securityStayed?: "no" | "not-applicable" | "unknown" | "yes" | undefined;
                outcome?: string | undefined;
                followUp?: string | undefined;
                title: string;
            };
            savedAt: string;
        }[], unknown, void>, import("@orpc/shared").AsyncIteratorClass<{
            id: string;
            alarm: string | null;
            report: {
                occurredAt: string | null;
                place: string;
                involved: {
                    role: "customer" | "other" | "security" | "staff" | "witness";
                    description: string;
                }[];
                account: string;
                actions: string;
                injuries: string;
                damage: string;
                calls: {
                    service: "ambulance" | "family" | "fire" | "minister" | "other" | "police" | "security" | "social-worker";
                    reference: string;
                    at: string;
                }[];
                securityStayed: "no" | "not-applicable" | "unknown" | "yes";
                outcome: string;
                followUp: string;
                title: string;
            };
            savedAt: string;
        }[], unknown, void>>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** A new draft; from an alarm it comes half filled. Asking twice for one alarm gives the same draft. */
        openDraft: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            alarm: z.ZodNullable<z.ZodUUID>;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            alarm: z.ZodNullable<z.ZodUUID>;
            report: z.ZodObject<{
                occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
                place: z.ZodDefault<z.ZodString>;
                involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    role: z.ZodEnum<{
                        customer: "customer";
                        other: "other";
                        security: "security";
                        staff: "staff";
                        witness: "witness";
                    }>;
                    description: z.ZodString;
                }, z.core.$strict>>>;
                account: z.ZodDefault<z.ZodString>;
                actions: z.ZodDefault<z.ZodString>;
                injuries: z.ZodDefault<z.ZodString>;
                damage: z.ZodDefault<z.ZodString>;
                calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    service: z.ZodEnum<{
                        ambulance: "ambulance";
                        family: "family";
                        fire: "fire";
                        minister: "minister";
                        other: "other";
                        police: "police";
                        security: "security";
                        "social-worker": "social-worker";
                    }>;
                    reference: z.ZodDefault<z.ZodString>;
                    at: z.ZodDefault<z.ZodString>;
                }, z.core.$strict>>>;
                securityStayed: z.ZodDefault<z.ZodEnum<{
                    no: "no";
                    "not-applicable": "not-applicable";
                    unknown: "unknown";
                    yes: "yes";
                }>>;
                outcome: z.ZodDefault<z.ZodString>;
                followUp: z.ZodDefault<z.ZodString>;
                title: z.ZodString;
            }, z.core.$strict>;
            savedAt: z.ZodISODateTime;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        saveDraft: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
            alarm: z.ZodNullable<z.ZodUUID>;
            report: z.ZodObject<{
                occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
                place: z.ZodDefault<z.ZodString>;
                involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    role: z.ZodEnum<{
                        customer: "customer";
                        other: "other";
                        security: "security";
                        staff: "staff";
                        witness: "witness";
                    }>;
                    description: z.ZodString;
                }, z.core.$strict>>>;
                account: z.ZodDefault<z.ZodString>;
                actions: z.ZodDefault<z.ZodString>;
                injuries: z.ZodDefault<z.ZodString>;
                damage: z.ZodDefault<z.ZodString>;
                calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    service: z.ZodEnum<{
                        ambulance: "ambulance";
                        family: "family";
                        fire: "fire";
                        minister: "minister";
                        other: "other";
                        police: "police";
                        security: "security";
                        "social-worker": "social-worker";
                    }>;
                    reference: z.ZodDefault<z.ZodString>;
                    at: z.ZodDefault<z.ZodString>;
                }, z.core.$strict>>>;
                securityStayed: z.ZodDefault<z.ZodEnum<{
                    no: "no";
                    "not-applicable": "not-applicable";
                    unknown: "unknown";
                    yes: "yes";
                }>>;
                outcome: z.ZodDefault<z.ZodString>;
                followUp: z.ZodDefault<z.ZodString>;
                title: z.ZodString;
            }, z.core.$strict>;
        }, z.core.$strip>, z.ZodObject<{
            id: z.ZodUUID;
            alarm: z.ZodNullable<z.ZodUUID>;
            report: z.ZodObject<{
                occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
                place: z.ZodDefault<z.ZodString>;
                involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    role: z.ZodEnum<{
                        customer: "customer";
                        other: "other";
                        security: "security";
                        staff: "staff";
                        witness: "witness";
                    }>;
                    description: z.ZodString;
                }, z.core.$strict>>>;
                account: z.ZodDefault<z.ZodString>;
                actions: z.ZodDefault<z.ZodString>;
                injuries: z.ZodDefault<z.ZodString>;
                damage: z.ZodDefault<z.ZodString>;
                calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                    service: z.ZodEnum<{
                        ambulance: "ambulance";
                        family: "family";
                        fire: "fire";
                        minister: "minister";
                        other: "other";
                        police: "police";
                        security: "security";
                        "social-worker": "social-worker";
                    }>;
                    reference: z.ZodDefault<z.ZodString>;
                    at: z.ZodDefault<z.ZodString>;
                }, z.core.$strict>>>;
                securityStayed: z.ZodDefault<z.ZodEnum<{
                    no: "no";
                    "not-applicable": "not-applicable";
                    unknown: "unknown";
                    yes: "yes";
                }>>;
                outcome: z.ZodDefault<z.ZodString>;
                followUp: z.ZodDefault<z.ZodString>;
                title: z.ZodString;
            }, z.core.$strict>;
            savedAt: z.ZodISODateTime;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        discardDraft: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
        }, z.core.$strict>, z.ZodVoid, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        /** Files the report for good and drops its draft. The same id twice changes nothing. */
        file: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            title: z.ZodString;
            occurredAt: z.ZodDefault<z.ZodNullable<z.ZodISODateTime>>;
            place: z.ZodDefault<z.ZodString>;
            involved: z.ZodDefault<z.ZodArray<z.ZodObject<{
                role: z.ZodEnum<{
                    customer: "customer";
                    other: "other";
                    security: "security";
                    staff: "staff";
                    witness: "witness";
                }>;
                description: z.ZodString;
            }, z.core.$strict>>>;
            account: z.ZodDefault<z.ZodString>;
            actions: z.ZodDefault<z.ZodString>;
            injuries: z.ZodDefault<z.ZodString>;
            damage: z.ZodDefault<z.ZodString>;
            calls: z.ZodDefault<z.ZodArray<z.ZodObject<{
                service: z.ZodEnum<{
                    ambulance: "ambulance";
                    family: "family";
                    fire: "fire";
                    minister: "minister";
                    other: "other";
                    police: "police";
                    security: "security";
                    "social-worker": "social-worker";
                }>;
                reference: z.ZodDefault<z.ZodString>;
                at: z.ZodDefault<z.ZodString>;
            }, z.core.$strict>>>;
            securityStayed: z.ZodDefault<z.ZodEnum<{
                no: "no";
                "not-applicable": "not-applicable";
                unknown: "unknown";
                yes: "yes";
            }>>;
            outcome: z.ZodDefault<z.ZodString>;
            followUp: z.ZodDefault<z.ZodString>;
            id: z.ZodOptional<z.ZodUUID>;
            alarm: z.ZodDefault<z.ZodNullable<z.ZodUUID>>;
        }, z.core.$strict>, z.ZodObject<{
            id: z.ZodUUID;
            title: z.ZodString;
            station: z.ZodString;
            staff: z.ZodNullable<z.ZodString>;
            filedAt: z.ZodISODateTime;
            occurredAt: z.ZodNullable<z.ZodISODateTime>;
            place: z.ZodString;
            alarm: z.ZodNullable<z.ZodUUID>;
            amendments: z.ZodInt;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
        amend: import("@orpc/contract").ContractProcedureBuilderWithInputOutput<z.ZodObject<{
            id: z.ZodUUID;
            text: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            at: z.ZodISODateTime;
            station: z.ZodString;
            staff: z.ZodNullable<z.ZodString>;
            text: z.ZodString;
        }, z.core.$strip>, import("@orpc/contract").MergedErrorMap<Record<never, never>, {
            PROBLEM: {
                status: number;
                data: z.ZodObject<{
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
            };
        }>, Record<never, never>>;
    };
};
export type Contract = typeof contract;
/** What the window and the command line hold: the contract as functions that return promises. */
export type StationClient = ContractRouterClient<Contract>;
export * from './alarm.ts';
export * from './common.ts';
export * from './incident.ts';
export * from './problem.ts';
export * from './procedure.ts';
export * from './staff.ts';
export * from './station.ts';
export * from './trigger.ts';
