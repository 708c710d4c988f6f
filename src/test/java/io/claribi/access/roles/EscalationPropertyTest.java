package io.claribi.access.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.MemberChanges;
import io.claribi.access.Membership;
import io.claribi.access.Memberships;
import io.claribi.identity.Accounts;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Grants;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.Permission;
import io.claribi.kernel.SessionId;
import io.claribi.tenancy.Database;
import io.claribi.testing.ServerTest;
import io.claribi.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

/**
 * No sequence of role operations by anybody but the Owner yields a permission that whoever made the step did not hold
 * themselves; on the real rules, SQL and database.
 */
class EscalationPropertyTest {
    private static final int MEMBERS = 4;
    /** Few, so that roles often differ by one and cover one another; those that make changes possible among them. */
    private static final Set<Permission> DEALT = Set.of(
            Permission.VIEW_USERS,
            Permission.EDIT_USERS,
            Permission.REMOVE_USERS,
            Permission.ASSIGN_ROLES,
            Permission.VIEW_DASHBOARD,
            Permission.EDIT_DASHBOARD,
            Permission.MANAGE_INTEGRATIONS,
            Permission.MANAGE_BILLING);

    private static final ApplicationContext SERVER =
            new TestContextManager(Professional.class).getTestContext().getApplicationContext();

    private final TestOrganizations organizations = SERVER.getBean(TestOrganizations.class);
    private final Database database = SERVER.getBean(Database.class);
    private final Memberships memberships = SERVER.getBean(Memberships.class);
    private final CustomRoleStore customRoles = SERVER.getBean(CustomRoleStore.class);
    private final Accounts accounts = SERVER.getBean(Accounts.class);
    private final Roles roles = SERVER.getBean(Roles.class);
    private final MemberChanges changes = SERVER.getBean(MemberChanges.class);

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void nobodyGetsMoreThanTheOneHeldWhoGaveIt(
            @ForAll("startingRoles") List<Grants> start, @ForAll("steps") List<Step> steps) {
        OrganizationId organization = organizations.anOrganization();
        List<AccountId> members = organizations.call(organization, () -> populate(start));

        for (Step step : steps) {
            AccountId actor = members.get(step.actor());
            Map<AccountId, Grants> before = holdings(organization, members);
            attempt(organization, step, actor, members);
            Map<AccountId, Grants> after = holdings(organization, members);

            Grants held = Objects.requireNonNull(before.get(actor));
            after.forEach((member, grants) -> {
                if (!grants.equals(before.get(member))) {
                    assertThat(held.beyond(grants))
                            .as("What %s gave by %s", held, step)
                            .isEmpty();
                }
                assertThat(grants.permissions()).noneMatch(BuiltInRole::isOwnerOnly);
            });
        }
    }

    @Provide
    Arbitrary<List<Grants>> startingRoles() {
        return grants().list().ofSize(MEMBERS);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> member = Arbitraries.integers().between(0, MEMBERS - 1);
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        member,
                        member,
                        Arbitraries.integers().between(0, 9),
                        grants())
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    private static Arbitrary<Grants> grants() {
        return Combinators.combine(Arbitraries.subsetOf(DEALT), Arbitraries.of(true, false))
                .as((permissions, own) -> new Grants(
                        permissions,
                        own && permissions.contains(Permission.EDIT_DASHBOARD)
                                ? Set.of(Permission.EDIT_DASHBOARD)
                                : Set.of()));
    }

    /** The Owner of the organization is nobody here: none of the steps is theirs. Each member begins with a role. */
    private List<AccountId> populate(List<Grants> start) {
        var members = new ArrayList<AccountId>();
        for (Grants grants : start) {
            var account = AccountId.next();
            database.sql("""
                            INSERT INTO identity.account (id, email, password_hash)
                            VALUES (:account, :account || '@example.org', '$argon2id$nobody')
                            """).param("account", account.value()).update();
            var allowed = grants.permissions().stream()
                    .filter(permission -> !BuiltInRole.isOwnerOnly(permission))
                    .collect(Collectors.toSet());
            var role = new CustomRole(
                    CustomRoleId.next(),
                    "Start " + members.size(),
                    "",
                    null,
                    new Grants(allowed, grants.ownPermissions()));
            customRoles.insert(role);
            memberships.add(accounts.get(account), role);
            members.add(account);
        }
        return members;
    }

    private void attempt(OrganizationId organization, Step step, AccountId actor, List<AccountId> members) {
        try {
            organizations.run(organization, () -> {
                Membership own = memberships.find(actor).orElseThrow();
                step.deed().attempt(this, caller(organization, own), members.get(step.other()), role(step), step);
            });
        } catch (AppException refused) {
            // As it should be, more often than not.
        }
    }

    private static Caller caller(OrganizationId organization, Membership own) {
        // As a session would be at work with all that anybody can hold: only what is judged anew counts.
        return new Caller(
                own.account(),
                new SessionId(UUID.randomUUID()),
                organization,
                own.role().wireName(),
                own.role().title(),
                BuiltInRole.ADMINISTRATOR.grants());
    }

    private String role(Step step) {
        List<Role> all = roles.list();
        return all.get(step.role() % all.size()).wireName();
    }

    private Map<AccountId, Grants> holdings(OrganizationId organization, List<AccountId> members) {
        return organizations.call(
                organization,
                () -> members.stream()
                        .collect(Collectors.toMap(
                                member -> member,
                                member -> memberships
                                        .find(member)
                                        .map(membership -> membership.role().grants())
                                        .orElse(Grants.NONE))));
    }

    record Step(Deed deed, int actor, int other, int role, Grants grants) {
        RoleDraft draft(String name) {
            return new RoleDraft(
                    name,
                    "",
                    null,
                    grants.permissions().stream().map(Permission::wireName).toList(),
                    grants.ownPermissions().stream().map(Permission::wireName).toList());
        }
    }

    enum Deed {
        CREATE_ROLE {
            @Override
            void attempt(EscalationPropertyTest test, Caller caller, AccountId other, String role, Step step) {
                CustomRole made = test.roles.create(caller, step.draft("Role " + UUID.randomUUID()));
                test.changes.changeRole(caller, other, made.wireName());
            }
        },
        CHANGE_ROLE {
            @Override
            void attempt(EscalationPropertyTest test, Caller caller, AccountId other, String role, Step step) {
                test.roles.change(caller, role, before -> step.draft(before.name()));
            }
        },
        DELETE_ROLE {
            @Override
            void attempt(EscalationPropertyTest test, Caller caller, AccountId other, String role, Step step) {
                String deleted =
                        test.memberships.find(other).orElseThrow().role().wireName();
                test.roles.delete(caller, deleted, role);
            }
        },
        GIVE_ROLE {
            @Override
            void attempt(EscalationPropertyTest test, Caller caller, AccountId other, String role, Step step) {
                test.changes.changeRole(caller, other, role);
            }
        };

        abstract void attempt(EscalationPropertyTest test, Caller caller, AccountId other, String role, Step step);
    }

    /** Whose server it is. */
    @ServerTest
    @TestPropertySource(properties = "claribi.plans.signup=professional")
    static class Professional {}
}
