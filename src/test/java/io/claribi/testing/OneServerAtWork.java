package io.claribi.testing;

import io.claribi.jobs.ServerTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets the server under test do the servers' own work, and none of those that other tests have left: they share a
 * database, and would send its mails by their own settings and clocks.
 */
class OneServerAtWork implements TestExecutionListener {
    private static @Nullable ServerTasks atWork;

    @Override
    public void beforeTestClass(TestContext test) {
        ObjectProvider<ServerTasks> tasks = test.getApplicationContext().getBeanProvider(ServerTasks.class);
        tasks.ifAvailable(OneServerAtWork::goOn);
    }

    private static synchronized void goOn(ServerTasks tasks) {
        if (atWork != null && atWork != tasks && atWork.isRunning()) {
            atWork.stop();
        }
        if (!tasks.isRunning()) {
            tasks.start();
        }
        atWork = tasks;
    }
}
