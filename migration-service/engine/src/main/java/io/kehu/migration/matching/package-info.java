/**
 * Finds the records that describe the same entity, in one table or several: the steps of
 * probabilistic linkage (Fellegi and Sunter 1969) from {@link Linker} to
 * {@link LinkageResult}. The packages below hold one step each.
 */
@NullMarked
package io.kehu.migration.matching;

import org.jspecify.annotations.NullMarked;
