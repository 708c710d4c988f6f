package io.claribi.jobs;

import io.claribi.kernel.AppException;
import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;
import io.claribi.kernel.FieldError;
import java.util.List;
import java.util.Map;

/** Why a job failed, as its user is told. */
public record JobFailure(
        String code, ErrorCategory category, String detail, List<FieldError> errors, Map<String, Object> facts) {

    static JobFailure of(AppException e) {
        return new JobFailure(e.code().name(), e.code().category(), e.message(), e.errors(), e.facts());
    }

    /** The failure as it was in the job, for whoever waited for it. */
    public AppException toException() {
        var failure = new AppException(new RecordedCode(code, category), detail, errors);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            failure = fact.getValue() instanceof Number number
                    ? failure.with(fact.getKey(), number.longValue())
                    : failure.with(fact.getKey(), String.valueOf(fact.getValue()));
        }
        return failure;
    }

    private record RecordedCode(String name, ErrorCategory category) implements ErrorCode {}
}
