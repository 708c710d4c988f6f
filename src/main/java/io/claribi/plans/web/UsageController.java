package io.claribi.plans.web;

import io.claribi.http.Requires;
import io.claribi.plans.Limit;
import io.claribi.plans.Usage;
import io.claribi.plans.Usage.Use;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of its plan the organization uses. */
@RestController
class UsageController {
    private final Usage usage;

    UsageController(Usage usage) {
        this.usage = usage;
    }

    @GetMapping("/api/v1/usage")
    @Requires
    UsageListView list() {
        return new UsageListView(usage.list().stream().map(UsageView::of).toList());
    }

    record UsageListView(List<UsageView> items) {}

    /**
     * @param used may be more than {@code allowed}, after a change to a smaller plan
     * @param resetsAt when nothing is used again; absent of what does not end by itself
     */
    record UsageView(
            Limit limit, long used, long allowed, @Nullable Instant resetsAt) {
        static UsageView of(Use use) {
            return new UsageView(use.limit(), use.used(), use.allowed(), use.resetsAt());
        }
    }
}
