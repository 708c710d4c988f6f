package io.claribi.audit.web;

import io.claribi.audit.Activity;
import io.claribi.audit.AuditRecord;
import io.claribi.http.InSession;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.kernel.AuditableEvent.AuditTarget;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Credential;
import io.claribi.kernel.Page;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own rows of the current organization's trail, on every plan. */
@RestController
class ActivityController {
    private final Activity activity;

    ActivityController(Activity activity) {
        this.activity = activity;
    }

    @GetMapping("/api/v1/me/activity")
    @Requires
    @InSession("what a person did is for the person")
    Page<ActivityView> list(Caller caller, PageRequest page) {
        return activity.list(caller.account(), page.after(), page.size()).map(ActivityView::of);
    }

    /** @param apiKey with what a program did it in one's name, if it was not oneself */
    record ActivityView(
            UUID id,
            Instant occurredAt,
            @Nullable ActingKeyView apiKey,
            String type,
            TargetView target,
            String outcome,
            @Nullable String ip,
            @Nullable String userAgent,
            Map<String, String> details) {
        static ActivityView of(AuditRecord entry) {
            return new ActivityView(
                    entry.id(),
                    entry.occurredAt(),
                    ActingKeyView.of(entry.apiKey()),
                    entry.type(),
                    TargetView.of(entry.target()),
                    entry.outcome(),
                    entry.ip(),
                    entry.userAgent(),
                    entry.details());
        }
    }

    /** @param name as it was called then */
    record ActingKeyView(UUID id, String name) {
        static @Nullable ActingKeyView of(Credential.@Nullable ApiKey key) {
            return key == null ? null : new ActingKeyView(key.id(), key.name());
        }
    }

    record TargetView(String type, UUID id, String name) {
        static TargetView of(AuditTarget target) {
            return new TargetView(target.type(), target.id(), target.name());
        }
    }
}
