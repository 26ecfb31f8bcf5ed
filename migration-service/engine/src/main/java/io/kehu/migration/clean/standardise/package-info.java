/**
 * Brings values into one form: dates, numbers, phones, names and the like.
 */
@NullMarked
package io.kehu.migration.clean.standardise;

import org.jspecify.annotations.NullMarked;
