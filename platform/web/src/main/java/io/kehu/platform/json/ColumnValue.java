package io.kehu.platform.json;

import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;

/**
 * Mutability plan for {@code jsonb} columns whose values are replaced but never modified,
 * so that Hibernate does not need to copy them for dirty checking:
 * {@code @Mutability(ColumnValue.class)}.
 */
public final class ColumnValue extends ImmutableMutabilityPlan<Object> {

}
