package io.claribi.dashboards;

import io.claribi.http.RequestMemory;
import io.claribi.query.Queries;
import io.claribi.query.Query;
import io.claribi.query.QueryResult;
import io.claribi.query.QuerySettings;
import io.claribi.query.QueryTarget;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs many queries, equal ones once, and as many at a time as the organization may. */
@Component
class QueryBatch {
    private final Queries queries;
    private final QuerySettings settings;
    private final RequestMemory memory;

    QueryBatch(Queries queries, QuerySettings settings, RequestMemory memory) {
        this.queries = queries;
        this.settings = settings;
        this.memory = memory;
    }

    /**
     * Begins to answer.
     *
     * @param questions in the order in which their outcomes will be taken, as often as that will be
     */
    BatchRun begin(Collection<Question> questions) {
        return new BatchRun(questions, settings.concurrency(), memory, this::answer);
    }

    private Outcome answer(Question question, RequestMemory.Hold hold) {
        try {
            return new Outcome(queries.run(question.target(), question.query(), hold), null);
        } catch (RuntimeException e) {
            return new Outcome(null, e);
        }
    }

    /** A query and the table it is put to. */
    record Question(QueryTarget target, Query query) {}

    /** A result or a failure. */
    record Outcome(@Nullable QueryResult result, @Nullable RuntimeException failure) {}
}
