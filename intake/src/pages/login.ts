import { html } from '../http/html'
import type { Answer } from '../http/serve'
import { page } from './layout'

export const loginPage = (problem?: string, status = 200): Answer =>
  page(
    { title: '登录' },
    html`<h1>登录</h1>${problem && html`<p class="problem" role="alert">${problem}</p>`}
<form method="post" action="/login">
<label class="block">姓名 <input name="name" autocomplete="username" required autofocus></label>
<label class="block">密码 <input name="password" type="password" autocomplete="current-password" required></label>
<p><button class="main">登录</button></p></form>`,
    status,
  )
