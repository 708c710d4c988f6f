import type { components } from '#/api/schema.gen';

/* The one place that names the generated schemas: a schema renamed on the server is one line here. */
type Schemas = components['schemas'];

export type FieldError = Schemas['FieldError'];
export type Tokens = Pick<Schemas['Tokens'], 'accessToken' | 'expiresIn'>;
export type RegisterRequest = Schemas['RegisterRequest'];
export type Registration = Schemas['Registration'];
export type LoginRequest = Schemas['LoginRequest'];
export type MfaChallenge = Schemas['MfaChallenge'];
export type MfaRequest = Schemas['MfaRequest'];
export type EmailVerification = Schemas['EmailVerification'];
export type PasswordReset = Schemas['PasswordReset'];
export type PasswordCheckRequest = Schemas['PasswordCheckRequest'];
export type PasswordCheck = Schemas['PasswordCheck'];

export type Me = Schemas['Me'];
export type MeChange = Schemas['MeChange'];
export type EmailChange = Schemas['EmailChange'];
export type PasswordChange = Schemas['PasswordChange'];
export type Confirmation = Schemas['Confirmation'];
export type Session = Schemas['Session'];
export type OwnOrganization = Schemas['OwnOrganization'];
export type Activity = Schemas['Activity'];
export type Mfa = Schemas['Mfa'];
export type Passkey = Schemas['Passkey'];
export type TotpSetup = Schemas['TotpSetup'];
export type BackupCodes = Schemas['BackupCodes'];
export type PasswordAndCode = Schemas['PasswordAndCode'];
export type SecurityPolicy = Schemas['SecurityPolicy'];
export type SecurityPolicyChange = Schemas['SecurityPolicyChange'];

export type Job = Schemas['Job'];
export type UploadOptions = Schemas['UploadOptions'];
export type Sample = Schemas['Sample'];

export type DataSource = Schemas['DataSource'];
export type ColumnType = Schemas['ColumnType'];
export type Column = Schemas['Column'];
export type ColumnStatistics = Schemas['ColumnStatistics'];
export type TableStatistics = Schemas['TableStatistics'];
export type DataSourceStatistics = Schemas['DataSourceStatistics'];
export type RejectedCell = Schemas['RejectedCell'];

export type Query = Schemas['Query'];
export type Measure = Schemas['Measure'];
export type Dimension = Schemas['Dimension'];
export type Condition = Schemas['Condition'];
export type QueryResult = Schemas['QueryResult'];
export type Cell = QueryResult['rows'][number][number];

export type Dashboard = Schemas['Dashboard'];
export type DashboardSummary = Schemas['DashboardSummary'];
export type DashboardData = Schemas['DashboardData'];
export type Widget = Schemas['Widget'];
export type WidgetData = Schemas['WidgetData'];
export type Filter = Schemas['Filter'];
export type FilterData = Schemas['FilterData'];

export type Page<T> = { items: T[]; nextPageToken?: string };
