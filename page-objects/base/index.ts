export { Component } from './component';
export { Page } from './page';
