/**
 * Joins matching records into clusters on the evidence of all their members.
 */
@NullMarked
package io.kehu.migration.matching.clusters;

import org.jspecify.annotations.NullMarked;
