import type { components } from '#/api/schema.gen';

/* The one place that names the generated schemas: a schema renamed on the server is one line here. */
type Schemas = components['schemas'];

export type FieldError = Schemas['FieldError'];
export type Tokens = Pick<Schemas['AuthToken'], 'accessToken' | 'expiresIn'>;
export type RegisterRequest = Schemas['AuthRegisterRequest'];
export type Registration = Schemas['AuthRegistered'];
export type LoginRequest = Schemas['AuthLoginRequest'];
export type MfaChallenge = Schemas['AuthCodeWanted'];
export type MfaRequest = Schemas['AuthMfaRequest'];
export type EmailVerification = Schemas['EmailVerifyRequest'];
export type PasswordReset = Schemas['RecoveryResetRequest'];
export type PasswordCheckRequest = Schemas['PasswordCheckRequest'];
export type PasswordCheck = Schemas['PasswordCheck'];

export type Me = Schemas['Me'];
export type MeChange = Schemas['MeChange'];
export type EmailChange = Schemas['EmailChangeRequest'];
export type PasswordChange = Schemas['PasswordChangeRequest'];
export type Confirmation = Schemas['PasswordStepUpRequest'];
export type Session = Schemas['Session'];
export type OwnOrganization = Schemas['OwnOrganization'];
export type Activity = Schemas['Activity'];
export type Mfa = Schemas['Mfa'];
export type Passkey = Schemas['Passkey'];
export type TotpSetup = Schemas['MfaSetup'];
export type BackupCodes = Schemas['MfaBackupCodes'];
export type PasswordAndCode = Schemas['MfaPasswordAndCodeRequest'];
export type SecurityPolicy = Schemas['SecurityPolicy'];
export type SecurityPolicyChange = Schemas['SecurityPolicyChange'];

export type Member = Schemas['Member'];
export type Role = Schemas['Role'];
export type RoleName = Schemas['RoleName'];
export type RoleRequest = Schemas['RoleRequest'];
export type PermissionFacts = Schemas['Permission'];
export type Reach = Schemas['PermissionReach'];

export type Invitation = Schemas['Invitation'];
export type InvitationOutcome = Schemas['InvitationBulk'];
export type InvitationLook = Schemas['InvitationDeskOffer'];

export type PlanFacts = Schemas['Plan'];
export type PlanState = Schemas['PlanSubscription'];
export type BillingState = Schemas['Billing'];
export type BillingPageLink = Schemas['BillingPage'];
export type Feature = Schemas['Feature'];
export type Limit = Schemas['Limit'];
export type Usage = Schemas['Usage'];

export type Organization = Schemas['OrganizationGeneral'];
export type Transfer = Schemas['Transfer'];
export type RegistrationMode = Schemas['Registration'];

export type ApiKey = Schemas['ApiKey'];
export type ApiKeyRequest = Schemas['ApiKeyRequest'];

export type AuditEvent = Schemas['AuditLogLoggedEvent'];

export type Job = Omit<Schemas['Job'], 'result'> & { result?: { dataSourceId?: string; dashboardId?: string } };
export type UploadOptions = Schemas['UploadReaderOptionsRequest'];
export type Sample = Schemas['Sample'];

export type DataSource = Schemas['DataSource'];
export type ColumnType = Schemas['ColumnType'];
export type Column = Schemas['QueryResultColumn'];
export type ColumnStatistics = Schemas['StatisticsColumn'];
export type TableStatistics = Schemas['TableStatistics'];
export type DataSourceStatistics = Schemas['Statistics'];
export type RejectedCell = Schemas['RejectedCell'];

export type Query = Schemas['Query'];
export type Measure = Schemas['Measure'];
export type Dimension = Schemas['Dimension'];
export type Condition = Schemas['Filter'];
export type QueryResult = Schemas['QueryResult'];
export type Cell = QueryResult['rows'][number][number];

export type Dashboard = Omit<Schemas['Dashboard'], 'widgets'> & { widgets: Widget[] };
export type DashboardSummary = Schemas['DashboardSummary'];
export type DashboardData = Schemas['DashboardData'];
/** As answered: a body may leave out what the server then adds. */
export type Widget = Schemas['Widget'] & Required<Pick<Schemas['Widget'], 'id' | 'options'>>;
export type WidgetData = Schemas['DashboardDataWidgetData'];
export type Filter = Schemas['DashboardFilter'];
export type FilterData = Schemas['DashboardAnswerFilterAnswer'];

export type Page<T> = { items: T[]; nextPageToken?: string };
