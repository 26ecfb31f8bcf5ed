/**
 * Amounts of money.
 */
@NullMarked
package io.kehu.platform.money;

import org.jspecify.annotations.NullMarked;
