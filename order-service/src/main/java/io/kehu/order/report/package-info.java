/**
 * Sales reports, from figures that are kept up to date with each order.
 */
@NullMarked
package io.kehu.order.report;

import org.jspecify.annotations.NullMarked;
