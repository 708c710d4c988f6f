package io.claribi.dashboards;

import io.claribi.kernel.OrganizationId;
import io.claribi.query.Queries;
import io.claribi.query.Query;
import io.claribi.query.QueryResult;
import io.claribi.query.QuerySettings;
import io.claribi.query.QueryTarget;
import io.claribi.tenancy.OrganizationScope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs many queries, equal ones once, and as many at a time as the organization may. */
@Component
class QueryBatch {
    private final Queries queries;
    private final QuerySettings settings;

    QueryBatch(Queries queries, QuerySettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** The outcome of every question. Returns when all are answered. */
    Map<Question, Outcome> run(Collection<Question> questions) {
        Queue<Question> open = new ConcurrentLinkedQueue<>(new LinkedHashSet<>(questions));
        Map<Question, Outcome> outcomes = new ConcurrentHashMap<>();
        // Scoped values don't reach other threads by themselves.
        OrganizationId organization = OrganizationScope.current();
        Runnable worker = () -> OrganizationScope.run(organization, () -> work(open, outcomes));
        int workers = Math.min(settings.concurrency(), open.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                threads.execute(worker);
            }
        }
        return outcomes;
    }

    private void work(Queue<Question> open, Map<Question, Outcome> outcomes) {
        for (Question question = open.poll(); question != null; question = open.poll()) {
            outcomes.put(question, answer(question));
        }
    }

    private Outcome answer(Question question) {
        try {
            return new Outcome(queries.run(question.target(), question.query()), null);
        } catch (RuntimeException e) {
            return new Outcome(null, e);
        }
    }

    /** A query and the table it is put to. */
    record Question(QueryTarget target, Query query) {}

    /** A result or a failure. */
    record Outcome(@Nullable QueryResult result, @Nullable RuntimeException failure) {}
}
