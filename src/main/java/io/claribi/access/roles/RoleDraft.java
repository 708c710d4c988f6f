package io.claribi.access.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom role as somebody wants it, not judged yet.
 *
 * @param base the built-in role that it begins from
 * @param permissions by their names; absent, all that the base holds, as it holds them
 * @param ownPermissions those of them that shall reach only what one created oneself
 */
public record RoleDraft(
        String name,
        String description,
        @Nullable String base,
        @Nullable List<String> permissions,
        List<String> ownPermissions) {}
