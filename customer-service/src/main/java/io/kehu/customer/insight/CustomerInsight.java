package io.kehu.customer.insight;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the orders of a customer let expect.
 *
 * @param fitId the fit that calculated the figures, or null before the first
 * @param probabilityAlive the probability that the customer still buys
 * @param expectedPurchases the number of purchases to expect
 * @param expectedValue the value to expect of a purchase
 * @param lifetimeValue the value of the purchases to expect, discounted
 */
record CustomerInsight(UUID customerId, @Nullable UUID fitId, RfmFigure rfm, NumberFigure probabilityAlive,
		NumberFigure expectedPurchases, MoneyFigure expectedValue, MoneyFigure lifetimeValue, ChurnFigure churnRisk) {
}
