package io.claribi.dashboards;

import static io.claribi.dashboards.DashboardError.DASHBOARD_CHANGED;
import static io.claribi.dashboards.DashboardError.DASHBOARD_NOT_FOUND;
import static io.claribi.dashboards.DashboardError.TOO_MANY_DASHBOARDS;

import io.claribi.access.Creators;
import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.dashboards.DashboardChanged.DashboardCreated;
import io.claribi.dashboards.DashboardChanged.DashboardDeleted;
import io.claribi.dashboards.DashboardChanged.DashboardUpdated;
import io.claribi.http.Permissions;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Ids;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.claribi.query.Query;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The dashboards of the current organization. */
@Component
public class Dashboards {
    private static final int MOST = 1_000;

    private final DashboardStore store;
    private final DashboardRules rules;
    private final DataSources sources;
    private final Creators creators;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final DashboardData data;

    Dashboards(
            DashboardStore store,
            DashboardRules rules,
            DataSources sources,
            Creators creators,
            ApplicationEventPublisher events,
            Clock clock,
            DashboardData data) {
        this.store = store;
        this.rules = rules;
        this.sources = sources;
        this.creators = creators;
        this.events = events;
        this.clock = clock;
        this.data = data;
    }

    /**
     * @throws AppException DASHBOARD_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Dashboard get(DashboardId id) {
        return store.find(id)
                .orElseThrow(
                        () -> new AppException(DASHBOARD_NOT_FOUND, "There is no dashboard %s.".formatted(id.value())));
    }

    /**
     * The data of every widget, to be given out. What is needed for it is looked up in one transaction; the queries run when
     * it is over.
     *
     * @param filters {@code <filter>:<value>} parameters
     * @throws AppException DASHBOARD_NOT_FOUND, INVALID_FILTER with all that is wrong with the parameters
     */
    @Transactional(readOnly = true)
    public DashboardAnswer answer(DashboardId id, List<String> filters) {
        return data.answer(get(id).content(), filters);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<DashboardSummary> list(@Nullable UUID before, int pageSize) {
        return Page.of(
                store.list(before, pageSize + 1),
                pageSize,
                dashboard -> dashboard.id().value());
    }

    /**
     * @throws AppException DATA_SOURCE_NOT_FOUND, INVALID_DASHBOARD with all that is wrong, TOO_MANY_DASHBOARDS,
     *     SESSION_ENDED if the account has just ceased to be a member
     */
    @Transactional
    public Dashboard create(DashboardContent content, AccountId account) {
        if (store.count() >= MOST) {
            throw new AppException(
                    TOO_MANY_DASHBOARDS,
                    "An organization has at most %,d dashboards. Delete some that nobody needs.".formatted(MOST));
        }
        return insert(content, account);
    }

    private Dashboard insert(DashboardContent content, AccountId account) {
        check(content);
        creators.hold(account);
        var id = new DashboardId(Ids.next());
        store.insert(id, content, account, clock.instant());
        events.publishEvent(new DashboardCreated(id, content.name()));
        return get(id);
    }

    /**
     * Makes a dashboard that nobody asked for. What of it can't be kept is left out: it must not stand in the way of what it
     * was made for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dashboard createDrawn(DashboardContent drawn, AccountId account) {
        return insert(rules.keepable(drawn), account);
    }

    /**
     * @param revision that the change was made from; absent to change it as it is now
     * @throws AppException DASHBOARD_NOT_FOUND, PERMISSION_DENIED, DASHBOARD_CHANGED, DATA_SOURCE_NOT_FOUND,
     *     INVALID_DASHBOARD
     */
    @Transactional
    public Dashboard change(
            Caller caller, DashboardId id, @Nullable Long revision, UnaryOperator<DashboardContent> change) {
        Dashboard before = get(id);
        Permissions.check(caller, Permission.EDIT_DASHBOARD, before.createdBy());
        DashboardContent content = change.apply(before.content());
        check(content);
        boolean stale = revision != null && revision != before.revision();
        if (stale || !store.update(id, before.revision(), content, clock.instant())) {
            throw new AppException(
                    DASHBOARD_CHANGED, "Somebody else has changed the dashboard meanwhile. Load it again.");
        }
        events.publishEvent(
                new DashboardUpdated(id, content.name(), before.content().name()));
        return get(id);
    }

    /**
     * @throws AppException DASHBOARD_NOT_FOUND, PERMISSION_DENIED
     */
    @Transactional
    public void delete(Caller caller, DashboardId id) {
        Dashboard dashboard = get(id);
        Permissions.check(caller, Permission.DELETE_DASHBOARD, dashboard.createdBy());
        store.delete(id);
        UUID source = dashboard.content().dataSourceId();
        if (source != null) {
            sources.unlinkDashboard(new DataSourceId(source), id.value());
        }
        events.publishEvent(new DashboardDeleted(id, dashboard.content().name()));
    }

    /** Deletes what was made for a source, when that goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deleteOf(DataSourceId source) {
        store.listOf(source.value()).forEach(dashboard -> {
            store.delete(dashboard.id());
            events.publishEvent(
                    new DashboardDeleted(dashboard.id(), dashboard.content().name()));
        });
    }

    private void check(DashboardContent content) {
        // A source that one may not see is missing, whatever else is wrong.
        content.widgets().stream()
                .flatMap(widget -> Stream.of(widget.query(), widget.trend()))
                .filter(Objects::nonNull)
                .map(Query::dataSourceId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(source -> sources.get(new DataSourceId(source)));
        rules.check(content);
    }
}
