package io.kehu.customer.merge;

import java.util.List;

import io.kehu.customer.customer.CustomerView;

/**
 * A finished merge: the survivor as it is now, and what was changed of each customer, the
 * survivor first.
 */
record MergeOutcome(CustomerView survivor, List<MergeStep> steps) {
}
