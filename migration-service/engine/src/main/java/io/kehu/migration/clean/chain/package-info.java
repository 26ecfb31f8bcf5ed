/**
 * Runs a stored chain of cleaning rules, accounts for every row, and shows what changed.
 */
@NullMarked
package io.kehu.migration.clean.chain;

import org.jspecify.annotations.NullMarked;
