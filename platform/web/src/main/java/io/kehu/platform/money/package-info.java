/**
 * Monetary amounts and currencies.
 */
@NullMarked
package io.kehu.platform.money;

import org.jspecify.annotations.NullMarked;
