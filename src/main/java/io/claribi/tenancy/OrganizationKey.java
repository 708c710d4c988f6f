package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;

/** The key of anything kept in memory for an organization: it can't be made for none. */
public record OrganizationKey<K>(OrganizationId organization, K key) {

    /**
     * For the current organization.
     *
     * @throws IllegalStateException if no organization is bound
     */
    public static <K> OrganizationKey<K> of(K key) {
        return new OrganizationKey<>(OrganizationScope.current(), key);
    }
}
