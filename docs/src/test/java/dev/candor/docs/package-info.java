/** Holds guide, feature list and module map against the code. */
package dev.candor.docs;
