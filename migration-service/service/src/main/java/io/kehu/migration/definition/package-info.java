/**
 * Cleaning definitions: validated lists of rules that are kept in every revision, so that
 * a run can be repeated.
 */
@NullMarked
package io.kehu.migration.definition;

import org.jspecify.annotations.NullMarked;
