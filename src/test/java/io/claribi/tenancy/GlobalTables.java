package io.claribi.tenancy;

import static java.util.Map.entry;

import java.util.Map;

/** The tables that belong to no organization, each with its reason. All others are isolated. Keep it short. */
final class GlobalTables {
    static final Map<String, String> REASONS = Map.ofEntries(
            entry("migration.flyway_schema_history", "what the owner has migrated; the application can't read it"),
            entry("identity.account", "a person has one account, whatever organizations they belong to"),
            entry("identity.affiliation", "tells which organizations an account may enter, before one is bound"),
            entry(
                    "identity.session",
                    "looked up by its id, which a signed token carries, before an organization is bound"),
            entry("identity.refresh_token", "looked up by its hash, before an organization is bound"),
            entry("identity.signing_key", "public keys that verify every organization's tokens"),
            entry(
                    "identity.failure",
                    "counts tries at accounts, known or not, and of network addresses; by keyed hashes"),
            entry("identity.known_device", "a person's devices, looked for at log-in, before an organization is bound"),
            entry("identity.pending_log_in", "log-ins that wait for a code, before an organization is bound"),
            entry("identity.pending_registration", "who registers belongs to no organization yet"),
            entry("identity.setup_link", "makes the first organization; a hash"),
            entry("identity.email_change", "an account's, whatever organizations it belongs to"),
            entry("identity.mailed_proof", "looked up by its hash or an address, before anybody is logged in"),
            entry("identity.passkey", "public keys of a person, looked for at log-in, before an organization is bound"),
            entry(
                    "identity.answered_challenge",
                    "hashes of challenges that a passkey answered, in whatever organization"),
            entry("identity.totp", "a second factor is a person's, whatever organizations they belong to"),
            entry("identity.backup_code", "stand in for that factor"),
            entry("access.api_key_address", "looked up by what a key shows, before an organization is bound; ids only"),
            entry("access.invitation_link", "looked up by a token's hash, by who is no member yet; ids only"),
            entry("egress.mail", "a mail goes to a person, who may belong to no organization yet or to several"),
            entry("jobs.scheduled_task", "the scheduler picks work before it knows whose it is; holds ids, no content"),
            entry("jobs.scheduled_server_task", "the server's own work; holds kinds and ids, no content"),
            entry(
                    "plans.plan_end",
                    "trials that are over are looked for before the server is at work for whom they are; ids and times"),
            entry("plans.stripe_customer", "Stripe names its customer before an organization is bound; ids only"),
            entry("plans.stripe_event", "ids of events that were acted on, of whatever organization"),
            entry("secrets.removed_key", "ids of keys that must not come back"),
            entry("secrets.resealing", "how far a change of keys is; counts only"),
            entry("secrets.platform_key", "ids of the keys that the server seals with; the keys are elsewhere"),
            entry("secrets.node", "which server is alive and holds which keys; ids only"),
            entry("secrets.organization_key", "which organization's data key is sealed by which key; ids only"),
            entry("secrets.account_secret", "a person's, whatever organizations they belong to; sealed"),
            entry("secrets.server_secret", "the server's own; sealed"));

    private GlobalTables() {}
}
