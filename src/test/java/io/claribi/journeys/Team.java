package io.claribi.journeys;

import io.claribi.access.Joining;
import io.claribi.testing.Api.Call;
import io.claribi.testing.NewKey;
import io.claribi.testing.Tenant;

/**
 * An organization with people of several roles, one of its own making.
 *
 * @param role the id of that one
 */
record Team(Tenant owner, Tenant viewer, String role) {
    private static final String STEWARD = """
            {
              "name": "Data steward",
              "description": "Keeps the data sources in order",
              "base": "analyst",
              "permissions": ["view_data_sources", "upload_files", "process_data", "view_dashboard", "edit_dashboard"],
              "ownPermissions": ["edit_dashboard"]
            }
            """;

    static Team around(Tenant owner, Joining joining) {
        onAPlanForMany(owner);
        String role = owner.api()
                .post("/roles", STEWARD)
                .expect(201)
                .json()
                .path("id")
                .asString();
        joining.arrive(owner, "analyst", "Grace", "Hopper");
        joining.arrive(owner, "administrator", "Charles", "Babbage");
        joining.arrive(owner, role, "Augusta", "Byron");
        joining.arrive(owner, "member");
        NewKey.of(owner.api());
        NewKey.of(
                        owner.api(),
                        "{\"name\":\"Dashboards on the wall\",\"description\":\"The screen in the hall\",\"expiresInDays\":90,"
                                + "\"scopes\":[\"view_dashboard\",\"view_data_sources\"]}")
                .api()
                .get("/dashboards")
                .expect(200);
        owner.api().post("/invitations/bulk", """
                        {"emails":["annabella.milbanke@example.org","william.king@example.org"],"role":"analyst"}
                        """).expect(200);
        return new Team(owner, joining.arrive(owner, "viewer", "Mary", "Somerville"), role);
    }

    /** A trial has one seat. */
    static Tenant onAPlanForMany(Tenant owner) {
        owner.api().send(Call.json("PUT", "/plan", """
                        {"plan":"professional"}
                        """)).expect(200);
        return owner;
    }
}
