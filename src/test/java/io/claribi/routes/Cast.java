package io.claribi.routes;

import io.claribi.access.Joining;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.testing.Api;
import io.claribi.testing.NewKey;
import io.claribi.testing.Tenant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who tries each route: nobody, one of each built-in role, and two whose custom roles are made anew for the route, one of
 * exactly what it takes and one of all else. All members of one organization. Besides, programs with keys of the Owner's:
 * one that may all, and two that are made anew for the route, of exactly what it takes and of all else.
 */
final class Cast {
    private static final Set<Permission> GRANTABLE =
            BuiltInRole.ADMINISTRATOR.grants().permissions();

    private final Tenant owner;
    private final List<Actor> builtIn = new ArrayList<>();
    private final CustomActor exact;
    private final CustomActor allBut;
    private final NewKey ownersKey;
    /** Those of the last route; a person has but so many. */
    private final List<NewKey> narrowKeys = new ArrayList<>();

    Cast(Tenant owner, Joining joining) {
        this.owner = owner;
        builtIn.add(new Actor("Owner", owner.api(), Joining.account(owner), BuiltInRole.OWNER.grants()));
        for (BuiltInRole role : BuiltInRole.values()) {
            if (role != BuiltInRole.OWNER) {
                Tenant member = joining.arrive(owner, role.wireName());
                builtIn.add(new Actor(role.title(), member.api(), Joining.account(member), role.grants()));
            }
        }
        exact = new CustomActor("exactly what it takes", joining);
        allBut = new CustomActor("all but what it takes", joining);
        ownersKey = NewKey.of(owner.api());
    }

    List<Actor> of(Set<Permission> required) {
        var actors = new ArrayList<Actor>();
        actors.add(new Actor("anonymous", Api.anonymous(owner.api().port()), null, Grants.NONE));
        actors.addAll(builtIn);
        var grantable = EnumSet.copyOf(GRANTABLE);
        grantable.retainAll(required);
        // A role holds something; where a route takes nothing, this is nothing to it.
        actors.add(exact.holding(grantable.isEmpty() ? EnumSet.of(Permission.VIEW_GOALS) : grantable));
        var rest = EnumSet.copyOf(GRANTABLE);
        rest.removeAll(required);
        actors.add(allBut.holding(rest));
        actors.addAll(keys(required));
        return actors;
    }

    private List<Actor> keys(Set<Permission> required) {
        narrowKeys.forEach(key -> owner.api().delete("/api-keys/" + key.id()));
        narrowKeys.clear();
        var rest = EnumSet.allOf(Permission.class);
        rest.removeAll(required);
        return List.of(
                key("a key of all", ownersKey, EnumSet.allOf(Permission.class)),
                narrowKey(
                        "a key of exactly what it takes",
                        required.isEmpty() ? EnumSet.of(Permission.VIEW_GOALS) : required),
                narrowKey("a key of all but what it takes", rest));
    }

    private Actor narrowKey(String name, Set<Permission> scopes) {
        NewKey key = NewKey.of(owner.api(), "{\"name\":\"%s\",\"scopes\":[%s]}".formatted(name, names(scopes)));
        narrowKeys.add(key);
        return key(name, key, scopes);
    }

    private Actor key(String name, NewKey key, Set<Permission> scopes) {
        return new Actor(name, key.api(), Joining.account(owner), Grants.of(scopes), true);
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream()
                .map(permission -> "\"" + permission.wireName() + "\"")
                .collect(Collectors.joining(","));
    }

    /** @param account absent for nobody */
    record Actor(String name, Api api, @Nullable AccountId account, Grants grants, boolean isKey) {
        Actor(String name, Api api, @Nullable AccountId account, Grants grants) {
            this(name, api, account, grants, false);
        }

        boolean isAnonymous() {
            return account == null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Somebody whose role the Owner changes from route to route. */
    private final class CustomActor {
        private final String name;
        private final String role;
        private final Tenant member;
        private final AccountId account;

        CustomActor(String name, Joining joining) {
            this.name = name;
            role = owner.api()
                    .post("/roles", "{\"name\":\"%s\",\"permissions\":[\"view_goals\"]}".formatted(name))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            member = joining.arrive(owner, role);
            account = Joining.account(member);
        }

        Actor holding(Set<Permission> permissions) {
            owner.api()
                    .patch("/roles/" + role, "{\"permissions\":[%s]}".formatted(names(permissions)))
                    .expect(200);
            return new Actor(name, member.api(), account, Grants.of(permissions));
        }
    }
}
