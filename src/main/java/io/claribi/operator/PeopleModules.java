package io.claribi.operator;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * What commands about organizations and accounts need besides {@link ServerDatabase}. It opens the server's own secrets, so
 * that the commands about lost keys must do without it.
 */
// No @Configuration: the server's own scan must not find it.
@ComponentScan(
        basePackages = {"io.claribi.identity", "io.claribi.plans"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.claribi\\.\\w+\\.web\\..*"))
class PeopleModules {}
