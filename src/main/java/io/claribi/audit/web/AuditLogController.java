package io.claribi.audit.web;

import io.claribi.audit.AuditFilter;
import io.claribi.audit.AuditLog;
import io.claribi.audit.LoggedEvent;
import io.claribi.audit.web.ActivityController.ActingKeyView;
import io.claribi.audit.web.ActivityController.TargetView;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of the organization, for who may see what everybody did, where the plan shows it. */
@RestController
class AuditLogController {
    private final AuditLog log;

    AuditLogController(AuditLog log) {
        this.log = log;
    }

    /**
     * Newest first.
     *
     * @param from of this moment and later
     * @param to before this moment
     * @param actor the id of an account, or its e-mail address
     * @param apiKey the id of an API key
     * @param type such as {@code member.invited}
     * @param target the id of what was changed
     */
    @GetMapping("/api/v1/audit-logs")
    @Requires(Permission.VIEW_AUDIT_LOGS)
    Page<LoggedEventView> list(
            PageRequest page,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable UUID apiKey,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable UUID target) {
        return log.search(new AuditFilter(from, to, actor, apiKey, type, target), page.after(), page.size())
                .map(LoggedEventView::of);
    }

    record LoggedEventView(
            UUID id,
            Instant occurredAt,
            ActorView actor,
            String type,
            TargetView target,
            String outcome,
            @Nullable String ip,
            @Nullable String userAgent,
            Map<String, String> details) {
        static LoggedEventView of(LoggedEvent logged) {
            var event = logged.event();
            return new LoggedEventView(
                    event.id(),
                    event.occurredAt(),
                    new ActorView(
                            logged.actorType(),
                            logged.actorId(),
                            logged.actorEmail(),
                            ActingKeyView.of(event.apiKey())),
                    event.type(),
                    TargetView.of(event.target()),
                    event.outcome(),
                    event.ip(),
                    event.userAgent(),
                    event.details());
        }
    }

    /**
     * @param type account, api_key, job or system; a key and a job act for the account that is named
     * @param email the account's present address
     */
    record ActorView(
            String type,
            @Nullable UUID id,
            @Nullable String email,
            @Nullable ActingKeyView apiKey) {}
}
