package io.kehu.platform.json;

import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;

/**
 * Tells Hibernate that the value of a {@code jsonb} column is only ever replaced, so that
 * it need not be copied to find out whether it was changed:
 * {@code @Mutability(ColumnValue.class)}.
 */
public final class ColumnValue extends ImmutableMutabilityPlan<Object> {

}
