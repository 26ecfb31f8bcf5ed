/**
 * Cleaning definitions: chains of rules that are stored, checked and kept in every
 * revision, so that a run can be repeated.
 */
@NullMarked
package io.kehu.migration.definition;

import org.jspecify.annotations.NullMarked;
