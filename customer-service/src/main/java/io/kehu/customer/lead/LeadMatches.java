package io.kehu.customer.lead;

import java.util.List;

import io.kehu.customer.customer.LikelyDuplicate;

/**
 * The customers and contacts that a lead may be already.
 */
record LeadMatches(List<LikelyDuplicate> customers, List<LikelyDuplicate> contacts) {
}
