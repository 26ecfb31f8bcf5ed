/**
 * How customers buy, and what that lets expect: the BG/NBD model of purchases (Fader,
 * Hardie and Lee 2005), the Gamma-Gamma model of their values (Fader and Hardie 2013),
 * lifetime value, RFM segments and signs of churn. Times are in days where they are whole
 * numbers, and in weeks in the parameters of the models.
 */
@NullMarked
package io.kehu.customer.insight.model;

import org.jspecify.annotations.NullMarked;
