package io.kehu.customer.customer;

import java.util.List;

/**
 * The customer that stands for others after a merge, and what was done to each.
 */
public record MergedCustomer(CustomerView survivor, List<MergeStep> steps) {
}
