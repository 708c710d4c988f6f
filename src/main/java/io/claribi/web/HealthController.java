package io.claribi.web;

import io.claribi.http.Public;
import java.util.Objects;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever starts and stops servers: live while it can recover by itself, ready while it can serve. */
@RestController
class HealthController {
    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/health/live")
    @Public("an orchestrator has no account; it learns up or down and no reason")
    ResponseEntity<HealthView> live() {
        return answer("liveness");
    }

    @GetMapping("/health/ready")
    @Public("an orchestrator has no account; it learns up or down and no reason")
    ResponseEntity<HealthView> ready() {
        return answer("readiness");
    }

    private ResponseEntity<HealthView> answer(String group) {
        Status status =
                Objects.requireNonNull(health.healthForPath(group), group).getStatus();
        return ResponseEntity.status(status.equals(Status.UP) ? 200 : 503).body(new HealthView(status.getCode()));
    }

    record HealthView(String status) {}
}
