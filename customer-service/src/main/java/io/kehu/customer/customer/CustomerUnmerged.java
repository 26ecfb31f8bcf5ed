package io.kehu.customer.customer;

import java.util.UUID;

/**
 * Published in the transaction that undoes the merge of a customer.
 */
public record CustomerUnmerged(UUID customer) {
}
