package io.claribi.operator;

import io.claribi.identity.EmailAddress;
import io.claribi.identity.Lockouts;
import java.io.PrintStream;

/** Forgets failed log-ins to an account, so that its owner need not wait. */
final class AccountUnlock implements Command {

    @Override
    public String name() {
        return "account unlock";
    }

    @Override
    public String parameters() {
        return "EMAIL";
    }

    @Override
    public String summary() {
        return "lets an account in again that failed log-ins have locked";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        String email = invocation.parameters(this, 1).getFirst();
        EmailAddress address = EmailAddress.read(email).orElseThrow(() -> none(email));
        try (var server = ServerDatabase.open(invocation, PeopleModules.class)) {
            if (!server.getBean(Lockouts.class).unlock(address)) {
                throw none(email);
            }
            out.printf("The account %s is not locked any more.%n", address.value());
        }
    }

    private static CommandFailed none(String email) {
        return new CommandFailed("There is no account with the address %s.".formatted(email));
    }
}
