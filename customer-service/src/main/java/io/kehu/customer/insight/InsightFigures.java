package io.kehu.customer.insight;

import io.kehu.customer.insight.model.Outlook;
import io.kehu.customer.insight.model.RfmScore;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a customer, as stored.
 *
 * @param purchases what they are calculated from
 * @param rfm the scores, or null with too little data
 * @param outlook the expected purchases, or null with too little data
 * @param expectedValue the value to expect of a purchase, or null with too little data
 */
record InsightFigures(CustomerPurchases purchases, @Nullable RfmScore rfm, Outlook.@Nullable Purchases outlook,
		@Nullable Double expectedValue) {
}
