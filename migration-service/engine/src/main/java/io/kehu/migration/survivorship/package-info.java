/**
 * Which values survive when the records of a cluster become one, and where each is from.
 */
@NullMarked
package io.kehu.migration.survivorship;

import org.jspecify.annotations.NullMarked;
