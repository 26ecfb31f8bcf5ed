/**
 * Measures of the running system, each beside a reference taken in the same run.
 */
@NullMarked
package io.kehu.deploy.benchmark;

import org.jspecify.annotations.NullMarked;
