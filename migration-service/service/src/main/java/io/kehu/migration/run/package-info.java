/**
 * Cleaning runs: a definition carried out on a data set by all instances, with every
 * change kept, counted and shown.
 */
@NullMarked
package io.kehu.migration.run;

import org.jspecify.annotations.NullMarked;
