"""What the server says."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "busy": {
        "vi": "Máy chủ đang bận soát các văn bản khác. Xin thử lại sau ít giây.",
        "en": "The server is busy with other documents. Please try again in a few seconds.",
    },
    "took-too-long": {
        "vi": "Soát quá {seconds} giây chưa xong nên đã dừng. Tệp có thể bị hỏng hoặc quá dài: anh chị lưu lại bằng Word thành .docx, hoặc chia thành nhiều tệp.",
        "en": "Stopped after {seconds} seconds. The file may be damaged or too long: save it again as .docx with Word, or divide it.",
    },
    "worker-lost": {
        "vi": "Chương trình gặp sự cố khi đọc tệp này và đã được khởi động lại. Xin thử lại; nếu vẫn vậy, anh chị lưu lại tệp bằng Word thành .docx.",
        "en": "The program failed on this file and was started again. Please retry; if it happens again, save the file anew as .docx with Word.",
    },
    "too-much-memory": {
        "vi": "Tệp cần quá nhiều bộ nhớ nên không soát được. Hãy bỏ bớt hình ảnh, hoặc chia thành nhiều tệp.",
        "en": "The file needs too much memory. Remove pictures, or divide it into several files.",
    },
    "job-failed": {
        "vi": "Không soát được tệp này vì một lỗi của chương trình ({reason}). Xin báo cho người phụ trách.",
        "en": "This file could not be checked because of a defect of the program ({reason}). Please report it.",
    },
    "dismissed": {"vi": "người soạn bỏ qua", "en": "dismissed by the writer"},
    "upload-too-large": {
        "vi": "Tệp lớn hơn {limit} MB nên không nhận. Hãy bỏ bớt hình ảnh, hoặc chia thành nhiều tệp.",
        "en": "Larger than {limit} MB. Remove pictures, or divide the file.",
    },
    "too-slow": {
        "vi": "Gửi tệp quá {seconds} giây chưa xong nên đã dừng. Xin kiểm tra mạng rồi gửi lại.",
        "en": "Sending took longer than {seconds} seconds and was stopped. Check the network and send again.",
    },
    "no-file-sent": {
        "vi": "Chưa có tệp nào được gửi. Xin gửi ít nhất một tệp ở trường “file”.",
        "en": "No file. Send at least one in the field “file”.",
    },
    "too-many-files": {
        "vi": "Mỗi lần nhận nhiều nhất {limit} tệp. Xin chia làm nhiều lần gửi.",
        "en": "At most {limit} files at once. Please send them in parts.",
    },
    "bad-request": {
        "vi": "Yêu cầu không đúng: {what}.",
        "en": "Not understood: {what}.",
    },
    "token-needed": {
        "vi": "Cần mã truy cập. Xin hỏi người quản lý máy chủ.",
        "en": "An access token is needed. Ask who runs the server.",
    },
    "wrong-token": {
        "vi": "Mã truy cập không đúng. Xin nhập lại.",
        "en": "This is not the access token. Please try again.",
    },
    "wrong-host": {
        "vi": "Địa chỉ này không được phép. Người quản lý máy chủ có thể thêm bằng --allow-host.",
        "en": "This address is not allowed. Who runs the server can add it with --allow-host.",
    },
    "wrong-origin": {
        "vi": "Yêu cầu đến từ một trang web khác nên bị từ chối.",
        "en": "Refused: the request comes from another web page.",
    },
    "too-many-requests": {
        "vi": "Máy này đang gửi quá nhiều yêu cầu cùng lúc. Xin chờ các yêu cầu trước xong rồi gửi tiếp.",
        "en": "Too many requests at once from this address. Wait for the others to end.",
    },
    "too-many-guesses": {
        "vi": "Đã nhập sai mã truy cập quá nhiều lần. Xin chờ {minutes} phút rồi nhập lại, hoặc hỏi người quản lý máy chủ.",
        "en": "Too many wrong access tokens. Wait {minutes} minutes, or ask who runs the server.",
    },
    "client-gone": {
        "vi": "Bên gửi đã ngắt kết nối.",
        "en": "The client has closed the connection.",
    },
    "no-workers": {
        "vi": "Không khởi động được tiến trình soát nào. Máy có thể thiếu bộ nhớ: chạy lại với --workers 1.",
        "en": "No worker process could be started. The machine may lack memory: try --workers 1.",
    },
    "server-ends": {
        "vi": "Máy chủ đang dừng hoặc khởi động lại. Xin thử lại sau ít phút.",
        "en": "The server is being stopped or started again. Please retry in a few minutes.",
    },
    "short-token": {
        "vi": "Mã truy cập cần ít nhất {least} ký tự, để không ai đoán được. Bỏ --token để Soát tự tạo mã.",
        "en": "An access token needs at least {least} characters, so that nobody guesses it. Leave out --token to have one made.",
    },
    "wrong-method": {
        "vi": "Địa chỉ này không nhận kiểu yêu cầu đó.",
        "en": "This address does not take requests of this kind.",
    },
    "not-found": {"vi": "Không có địa chỉ này.", "en": "There is no such address."},
    "port-taken": {
        "vi": "Cổng {port} đang được chương trình khác dùng. Chọn cổng khác: soat serve --port {other}.",
        "en": "Port {port} is in use. Choose another: soat serve --port {other}.",
    },
    "port-forbidden": {
        "vi": "Không được phép mở cổng {port}. Chọn cổng từ 1024 trở lên: soat serve --port 8080.",
        "en": "Port {port} may not be opened. Choose one from 1024 on: soat serve --port 8080.",
    },
    "no-such-address": {
        "vi": "Máy này không có địa chỉ {host}. Dùng --host 127.0.0.1 (chỉ máy này) hoặc --host 0.0.0.0 (cả cơ quan).",
        "en": "This machine has no address {host}. Use --host 127.0.0.1 (this machine) or --host 0.0.0.0 (an office).",
    },
    "serving": {
        "vi": "Trang soát văn bản: {url}\nNhấn Ctrl+C để dừng.",
        "en": "The page is at {url}\nPress Ctrl+C to stop.",
    },
    "serving-config": {"vi": "Theo cấu hình: {path}", "en": "Configured by {path}"},
    "serving-token": {
        "vi": "Mã truy cập: {token}\nGửi cho người dùng đường dẫn này: {link}",
        "en": "Access token: {token}\nSend this link to those who may use it: {link}",
    },
}
