package io.claribi.jobs.web;

import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.jobs.JobId;
import io.claribi.jobs.JobView;
import io.claribi.jobs.Jobs;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {
    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Requires
    Page<JobView> list(Caller caller, PageRequest page) {
        return jobs.list(caller.account(), page.after(), page.size()).map(JobView::of);
    }

    @GetMapping("/{id}")
    @Requires
    JobView get(Caller caller, @PathVariable JobId id) {
        return JobView.of(jobs.get(id, caller.account()));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires
    @Unaudited("Cancelling undoes what was never visible; what the job would have made is what the trail tells of")
    JobView cancel(Caller caller, @PathVariable JobId id) {
        return JobView.of(jobs.cancel(id, caller.account()));
    }
}
