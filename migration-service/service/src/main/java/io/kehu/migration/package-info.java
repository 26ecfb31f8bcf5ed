/**
 * Takes a company's old customer data, cleans them and moves them in.
 */
@NullMarked
package io.kehu.migration;

import org.jspecify.annotations.NullMarked;
