package io.claribi;

import io.claribi.operator.CommandLine;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Claribi {

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        if (CommandLine.isCommand(arguments)) {
            System.exit(CommandLine.run(arguments));
        }
        SpringApplication.run(Claribi.class, arguments);
    }
}
