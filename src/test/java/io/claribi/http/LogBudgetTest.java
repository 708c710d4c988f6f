package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBudgetTest {
    private final List<Runnable> afterAMinute = new ArrayList<>();
    private final List<String> summaries = new ArrayList<>();
    private final LogBudget budget =
            new LogBudget(3, (kind, more) -> summaries.add(kind + " " + more), afterAMinute::add);

    @Test
    void letsSoManyOfAKindThrough() {
        assertThat(taken("A", 5)).isEqualTo(3);
        assertThat(taken("B", 2)).isEqualTo(2);
    }

    @Test
    void saysAfterAMinuteHowManyItHeldBack() {
        taken("A", 1_000);
        taken("B", 3);

        minutePasses();

        assertThat(summaries).containsExactly("A 997");
    }

    @Test
    void beginsAnewAfterAMinute() {
        taken("A", 5);
        minutePasses();

        assertThat(taken("A", 5)).isEqualTo(3);
        assertThat(afterAMinute).hasSize(1);
    }

    private long taken(String kind, int times) {
        return IntStream.range(0, times).filter(i -> budget.take(kind)).count();
    }

    private void minutePasses() {
        List<Runnable> due = List.copyOf(afterAMinute);
        afterAMinute.clear();
        due.forEach(Runnable::run);
    }
}
