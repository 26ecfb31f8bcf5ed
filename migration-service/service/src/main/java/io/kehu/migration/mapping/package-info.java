/**
 * Mappings from the tables of legacy CRMs to the records of Kehu: what they are, what is
 * wrong with them, and what a row becomes.
 */
@NullMarked
package io.kehu.migration.mapping;

import org.jspecify.annotations.NullMarked;
