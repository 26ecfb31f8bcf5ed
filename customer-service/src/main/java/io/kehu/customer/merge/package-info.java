/**
 * Merging customers and undoing merges. All of it lives here; customers are found,
 * checked and changed through {@link io.kehu.customer.customer.MergeableCustomers} and
 * {@link io.kehu.customer.customer.MergeChanges}.
 */
@NullMarked
package io.kehu.customer.merge;

import org.jspecify.annotations.NullMarked;
