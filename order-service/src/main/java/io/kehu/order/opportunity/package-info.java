/**
 * Opportunities: pipelines, stages, forecasts and the board.
 */
@NullMarked
package io.kehu.order.opportunity;

import org.jspecify.annotations.NullMarked;
